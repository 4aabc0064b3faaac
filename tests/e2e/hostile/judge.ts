/** Holds one hostile page against its twin and says every difference in a sentence. */
import { PATIENCE_MS, until } from '../../../src/cli/until.ts';
import { perform } from './acts.ts';
import type { HostileBrowser, HostilePage } from './driver.ts';
import { ARTICLE, type Fixture } from './fixtures.ts';
import { countMarks, seeArticle, twinMarks, type SeenArticle } from './see-article.ts';

/** For all that is waited for on one page, one after the other, in ms. Only a page that never answers reaches it. */
const PAGE_MS = 6 * PATIENCE_MS;
/** After which marks that were right must still be, in ms: beyond settling and repainting together. */
const STILLNESS_MS = 700;

/**
 * @param url address of the fixture's page
 * @returns how the page differs from its twin; empty where it does not
 */
export async function judge(
  fixture: Fixture,
  url: string,
  browser: HostileBrowser,
): Promise<string[]> {
  const page = await browser.open(url);
  try {
    return await orSilent(examine(page, fixture, browser.server.url('/elsewhere')));
  } finally {
    await page.close();
  }
}

async function examine(page: HostilePage, fixture: Fixture, elsewhere: string): Promise<string[]> {
  if (fixture.ready !== undefined) await becomeReady(page, fixture.ready);
  const faults: string[] = [];
  if (fixture.acts) faults.push(...(await compare(page, fixture, 0)));
  for (const act of fixture.acts ?? []) {
    const fault = await perform(act, page, elsewhere);
    if (fault !== undefined) faults.push(fault);
  }
  faults.push(...(await compare(page, fixture, STILLNESS_MS)));
  for (const expression of fixture.holds ?? []) {
    const value = await becomes(page, expression);
    if (value !== true) faults.push(`${expression} is ${String(value)}`);
  }
  const allowed = fixture.ownErrors === undefined ? undefined : new RegExp(fixture.ownErrors);
  const errors = await page.errors();
  const unexpected = errors.page.filter((text) => !allowed?.test(text));
  faults.push(...errors.own.map((text) => `the extension threw ${text}`));
  faults.push(...unexpected.map((text) => `the page complained: ${text}`));
  return [...new Set(faults)];
}

/** A page whose one thread never comes free cannot be asked anything: that is its fault. */
async function orSilent(examined: Promise<string[]>): Promise<string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silent = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => {
      resolve(['the page does not answer']);
    }, PAGE_MS);
  });
  // Where the other one came first, this one ends by the closed page.
  examined.catch(() => undefined);
  return Promise.race([examined, silent]).finally(() => {
    clearTimeout(timer);
  });
}

/** @throws Error where the page itself does not get there: then nothing can be said of it */
async function becomeReady(page: HostilePage, expression: string): Promise<void> {
  const value = await becomes(page, expression);
  if (value !== true) throw new Error(`Never ready: ${expression} is ${String(value)}`);
}

/** Waits until an expression is true in the page. @returns the last value */
async function becomes(page: HostilePage, expression: string): Promise<unknown> {
  let value: unknown;
  // A page that goes to the next document, or asks something itself, gives no answer.
  const ask = () => page.ask(expression).catch(String);
  await until(async () => (value = await ask()) === true || undefined);
  return value;
}

/** @param stillMs how long marks that are right must stay so */
async function compare(page: HostilePage, fixture: Fixture, stillMs: number): Promise<string[]> {
  const { frame, ignore = '', copies = 1 } = fixture;
  const texts = ARTICLE.map(({ text }) => text);
  const see = () =>
    frame === undefined
      ? page.look(seeArticle, texts, ignore)
      : page.lookInFrame(frame, seeArticle, texts, ignore);
  const count = () =>
    frame === undefined ? page.look(countMarks) : page.lookInFrame(frame, countMarks);
  // It may go from one document to the next while it is asked.
  const fully = () => see().then((seen) => differences(seen, copies), inWords);
  const wanted = twinMarks(ARTICLE, copies).length;
  /** A full look at a large page would keep it from being read, so the marks are counted first. */
  const faults = async (): Promise<string[]> => {
    const marks = await count().catch(String);
    return marks === wanted ? fully() : [`${marks} marks, not ${wanted}`];
  };
  const isRight = await until(async () => {
    if ((await faults()).length > 0) return undefined;
    if (stillMs === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, stillMs));
    return (await faults()).length === 0 || undefined;
  });
  if (isRight) return [];
  const last = await fully();
  return last.length > 0 ? last : ['the marks came late, or did not stay'];
}

const inWords = (error: unknown): string[] => [String(error)];

/** @returns how what is marked differs from the twin's marks, in sentences */
function differences({ marks, elsewhere, copies }: SeenArticle, wanted: number): string[] {
  const twin = twinMarks(ARTICLE, wanted);
  const faults: string[] = [];
  if (copies < wanted) faults.push(`the article stands ${copies} times, not ${wanted}`);
  const missing = minus(twin, marks);
  const extra = minus(marks, twin);
  if (missing.length > 0) faults.push(`not marked: ${short(missing)}`);
  if (extra.length > 0) faults.push(`marked unlike the twin: ${short(extra)}`);
  if (elsewhere.length > 0) faults.push(`marked elsewhere: ${short(elsewhere)}`);
  return faults;
}

/** What one list has more of than the other. */
function minus(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1);
  return list.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

const short = (list: readonly string[]): string =>
  list.slice(0, 8).join(', ') + (list.length > 8 ? ` and ${list.length - 8} more` : '');
