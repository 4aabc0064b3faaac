/**
 * What the popup offers for the active tab: to look at the dataset that it shows, and to check an added dataset against the article that
 * it may be. Reads the tab only after the reader has opened the popup over it. Knows the browser and the library by functions alone.
 */
import { sha256Of, type CheckNote, type LibraryEntry, type Registry } from '../library/index.ts';
import type { PageToCheck } from '../dataset/check-article.ts';

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
  /** The added datasets. Called only if some are on. */
  openLibrary: () => Promise<{
    registry: Registry;
    exportFile: (hash: string) => Promise<Uint8Array>;
    noteCheck: (hash: string, check: CheckNote) => Promise<void>;
  }>;
}

/** With fewer of a source's paragraphs, a page is another one that quotes it. */
const SHARE_TO_OFFER = 0.25;
/** With fewer of the paragraphs that carry facts, a check would say more about the page than about the dataset. */
const SHARE_TO_NOTE = 0.5;

/** The dataset that a tab shows. Asks the page only if its address says JSON, so that others cost nothing. */
export async function datasetInTab({
  readUrl,
  readJson,
}: TabOfferParts): Promise<TabOffers['shown']> {
  const url = await readUrl();
  if (url === undefined || !/\.json(?:$|[?#&])/i.test(url)) return undefined;
  try {
    const text = await readJson();
    if (text === '') return 'unread';
    const title = text === undefined ? undefined : titleOf(text);
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
    return text === undefined || title === undefined ? undefined : { title, text, name };
  } catch {
    return 'unread';
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

/** Finds the added datasets whose source may be this page: by its address, or by enough of its paragraphs. */
export async function findChecks(parts: TabOfferParts): Promise<CheckOffer[]> {
  const [url, opened, tools] = await Promise.all([
    parts.readUrl(),
    parts.openLibrary(),
    import('../dataset/check-article.ts'),
  ]);
  if (url === undefined || !/^(?:https?|file):/.test(url)) return [];
  const offers: CheckOffer[] = [];
  let page: PageToCheck | undefined;
  for (const entry of opened.registry) {
    try {
      const dataset = tools.readAddedFile(await opened.exportFile(entry.hash));
      page ??= await tools.pageToCheck(await parts.readArticle(), sha256Of);
      const { address } = dataset.source.publication ?? {};
      const isHere = isSameAddress(url, address?.text);
      if (isHere || tools.shareFound(dataset, page) >= SHARE_TO_OFFER) {
        offers.push({ entry, state: 'offered' });
      }
    } catch {
      // Its file is gone, or the page cannot be read: the options and the popup say so elsewhere.
    }
  }
  return offers;
}

/** Checks a dataset against the page, and notes what came of it. */
export async function runCheck(
  { hash }: LibraryEntry,
  parts: TabOfferParts,
  today: Date,
): Promise<CheckResult> {
  const [{ exportFile, noteCheck }, tools] = await Promise.all([
    parts.openLibrary(),
    import('../dataset/check-article.ts'),
  ]);
  const dataset = tools.readAddedFile(await exportFile(hash));
  const page = await tools.pageToCheck(await parts.readArticle(), sha256Of);
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
