/**
 * What the popup offers for the active tab: to look at the dataset that it shows, and to check an added dataset against the article that
 * it may be. Reads the tab only after the reader has opened the popup over it. Knows the browser and the library by functions alone.
 */
import { sha256Of, type CheckNote, type LibraryEntry, type Registry } from '../library/index.ts';

/** A dataset that may be about this page. */
export interface CheckOffer {
  entry: LibraryEntry;
  state: 'offered' | 'running' | 'failed' | CheckResult;
}

export interface CheckResult {
  /** How many paragraphs that carry facts were found, and how many there are. */
  found: number;
  wanted: number;
  /** How many facts do not agree; undefined if there were too few paragraphs to say so. */
  differs: number | undefined;
}

export interface TabOffers {
  /** The dataset that the tab shows; `unread` if the browser may show one that it does not let us read. */
  shown: { title: string; text: string; name: string } | 'unread' | undefined;
  checks: readonly CheckOffer[];
}

export const NO_OFFERS: TabOffers = { shown: undefined, checks: [] };

export interface TabOfferParts {
  readUrl: () => Promise<string | undefined>;
  /** The paragraphs of the active tab's page; fails where the browser does not let us read it. */
  readArticle: () => Promise<string[]>;
  /** The text of the active tab's document if it is JSON, '' if its letters are wrong; fails where the browser does not let us read it. */
  readJson: () => Promise<string | undefined>;
  /** The added datasets whose files are there. Called only if some are on. */
  openLibrary: () => Promise<{
    registry: Registry;
    exportFile: (hash: string) => Promise<Uint8Array>;
    noteCheck: (hash: string, check: CheckNote) => Promise<void>;
  }>;
}

/** Addresses of documents that a browser may let us read. */
const ADDRESS_TO_READ = /^(?:https?|file):/;
/** With fewer of a source's paragraphs, a page is another one that quotes it. */
const SHARE_TO_OFFER = 0.25;
/** With fewer of the paragraphs that carry facts, a check would say more about the page than about the dataset. */
const SHARE_TO_NOTE = 0.5;

/** The dataset that a tab shows. What cannot be read may be one only where the address says so. */
export async function datasetInTab({
  readUrl,
  readJson,
}: TabOfferParts): Promise<TabOffers['shown']> {
  const url = await readUrl();
  if (url === undefined || !ADDRESS_TO_READ.test(url)) return undefined;
  // Empty, too, where letters are not the file's.
  const text = await readJson().catch(() => '');
  if (text === '') return /\.json(?:$|[?#&])/i.test(url) ? 'unread' : undefined;
  const title = text === undefined ? undefined : titleOf(text);
  return text === undefined || title === undefined
    ? undefined
    : { title, text, name: fileNameIn(url) };
}

/** The last part of an address, as a reader would write it. */
function fileNameIn(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || 'dataset.json';
  } catch {
    // A percent sign that encodes nothing.
    return name;
  }
}

/** The title in the text of a dataset; undefined for every other text. Everything else is checked before it is added. */
export function titleOf(text: string): string | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return undefined;
    const { schemaVersion, title, id, facts } = json as Record<string, unknown>;
    if (typeof schemaVersion !== 'number' || !Array.isArray(facts)) return undefined;
    if (typeof title === 'string') return title;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Finds the added datasets whose source may be this page: by its address, or by enough of its paragraphs. Reads none of their files. */
export async function findChecks(parts: TabOfferParts): Promise<CheckOffer[]> {
  const [url, { registry }] = await Promise.all([parts.readUrl(), parts.openLibrary()]);
  if (url === undefined || !ADDRESS_TO_READ.test(url) || registry.length === 0) return [];
  const { pageToCheck, shareFound } = await import('../dataset/page-prints.ts');
  const page = await pageToCheck(await parts.readArticle(), sha256Of);
  return registry
    .filter(
      ({ sourceAddress, sourcePrints = '' }) =>
        isSameAddress(url, sourceAddress) || shareFound(sourcePrints, page) >= SHARE_TO_OFFER,
    )
    .map((entry) => ({ entry, state: 'offered' }));
}

/** Checks a dataset against the page, and notes what came of it. */
export async function runCheck(
  { hash }: LibraryEntry,
  parts: TabOfferParts,
  today: Date,
): Promise<CheckResult> {
  const [{ exportFile, noteCheck }, { pageToCheck }, tools] = await Promise.all([
    parts.openLibrary(),
    import('../dataset/page-prints.ts'),
    import('../dataset/check-article.ts'),
  ]);
  const dataset = tools.readAddedFile(await exportFile(hash));
  const page = await pageToCheck(await parts.readArticle(), sha256Of);
  const { found, wanted, differs } = await tools.checkArticle(dataset, page, sha256Of);
  if (found < wanted * SHARE_TO_NOTE) return { found, wanted, differs: undefined };
  await noteCheck(hash, { on: dayOf(today), differs });
  return { found, wanted, differs: differs.length };
}

/** Without what follows "?" and "#", and without "www.": sites add and drop both. */
function isSameAddress(url: string, address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const [one, other] = [url, address].map((each) => {
    const { host, pathname } = new URL(each);
    return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
  });
  return one === other;
}

/** The reader's day, like 2026-11-30. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
