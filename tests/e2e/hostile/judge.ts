/** Holds one hostile page against its twin in Chromium and says every difference in a sentence. */
import type { ChromiumScene } from '../harness.ts';
import { perform } from './acts.ts';
import { openHostile, type HostilePage } from './chromium-page.ts';
import { ARTICLE, type Fixture } from './fixtures.ts';
import { seeArticle, twinMarks, type SeenArticle } from './see-article.ts';

/** For a page to have done its worst, and for its marks to come, in ms: far more than a busy machine needs. */
export const PATIENCE_MS = 100_000;
/** For one page as a whole. */
export const PAGE_MS = 3 * PATIENCE_MS;
/** The same for marks that are known not to come. */
const SHORT_PATIENCE_MS = 4000;
/** After which marks that were right must still be, in ms: beyond settling and repainting together. */
const STILLNESS_MS = 700;
const PAUSE_MS = 100;

/** @returns how the page differs from its twin; empty where it does not */
export async function judge(
  fixture: Fixture,
  url: string,
  scene: ChromiumScene,
): Promise<string[]> {
  const hostile = await openHostile(scene, url);
  try {
    return await orSilent(examine(hostile, fixture, scene), fixture);
  } finally {
    await hostile.close();
  }
}

async function examine(
  hostile: HostilePage,
  fixture: Fixture,
  scene: ChromiumScene,
): Promise<string[]> {
  await becomeReady(hostile, fixture.ready ?? 'document.readyState !== "loading"');
  const faults = await compare(hostile, fixture);
  for (const act of fixture.acts ?? []) {
    const fault = await perform(act, hostile, scene);
    if (fault !== undefined) faults.push(fault);
  }
  if (fixture.acts) faults.push(...differences(await see(hostile, fixture), copiesOf(fixture)));
  for (const expression of fixture.holds ?? []) {
    const value = await hostile.ask(expression);
    if (value !== true) faults.push(`${expression} is ${String(value)}`);
  }
  const allowed = fixture.ownErrors === undefined ? undefined : new RegExp(fixture.ownErrors);
  const unexpected = hostile.errors.page.filter((text) => !allowed?.test(text));
  faults.push(...hostile.errors.own.map((text) => `the extension threw ${text}`));
  faults.push(...unexpected.map((text) => `the page complained: ${text}`));
  return [...new Set(faults)];
}

/** A page whose one thread never comes free cannot be asked anything: that is its fault. */
async function orSilent(examined: Promise<string[]>, { fails }: Fixture): Promise<string[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ms = fails === undefined ? PAGE_MS : 3 * SHORT_PATIENCE_MS;
  const silent = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => {
      resolve(['the page does not answer']);
    }, ms);
  });
  // Where the other one came first, this one ends by the closed page.
  examined.catch(() => undefined);
  return Promise.race([examined, silent]).finally(() => {
    clearTimeout(timer);
  });
}

/** @throws Error where the page itself does not get there: then nothing can be said of it */
async function becomeReady(hostile: HostilePage, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let value: unknown;
  while ((value = await askLeaving(hostile, expression)) !== true) {
    if (Date.now() > end) throw new Error(`Never ready: ${expression} is ${String(value)}`);
    await hostile.page.waitForTimeout(PAUSE_MS);
  }
}

/** A page that goes to the next document while it is asked gives no answer. */
const askLeaving = (hostile: HostilePage, expression: string): Promise<unknown> =>
  hostile.ask(expression).catch((error: unknown) => {
    if (String(error).includes('navigated')) return 'no answer';
    throw error;
  });

async function compare(hostile: HostilePage, fixture: Fixture): Promise<string[]> {
  const end = Date.now() + (fixture.fails === undefined ? PATIENCE_MS : SHORT_PATIENCE_MS);
  const copies = copiesOf(fixture);
  while (differences(await see(hostile, fixture), copies).length > 0 && Date.now() < end) {
    await hostile.page.waitForTimeout(PAUSE_MS);
  }
  await hostile.page.waitForTimeout(STILLNESS_MS);
  return differences(await see(hostile, fixture), copies);
}

const copiesOf = ({ copies = 1 }: Fixture): number => copies;

async function see(hostile: HostilePage, { frame, ignore = '' }: Fixture): Promise<SeenArticle> {
  const texts = ARTICLE.map(({ text }) => text);
  if (frame === undefined) return hostile.look(seeArticle, texts, ignore);
  const script = `(${String(seeArticle)})(${JSON.stringify(texts)}, ${JSON.stringify(ignore)})`;
  try {
    return (await hostile.page.frames()[frame]?.evaluate<SeenArticle>(script)) ?? NOTHING;
  } catch {
    // The frame went from one document to the next while it was asked.
    return NOTHING;
  }
}

/** What is seen of a frame that is not there yet. */
const NOTHING: SeenArticle = { marks: [], elsewhere: [], copies: 0 };

/** @returns how what is marked differs from the twin's marks, in sentences */
export function differences({ marks, elsewhere, copies }: SeenArticle, wanted: number): string[] {
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
