/** Holds one hostile page against its twin in Chromium and says every difference in a sentence. */
import { PATIENCE_MS, until } from '../../../src/cli/until.ts';
import type { ChromiumScene } from '../harness.ts';
import { perform } from './acts.ts';
import { openHostile, type HostilePage } from './chromium-page.ts';
import { ARTICLE, type Fixture } from './fixtures.ts';
import { seeArticle, twinMarks, type SeenArticle } from './see-article.ts';

/** For all that is waited for on one page, one after the other, in ms. Only a page that never answers reaches it. */
const PAGE_MS = 6 * PATIENCE_MS;
/** After which marks that were right must still be, in ms: beyond settling and repainting together. */
const STILLNESS_MS = 700;

/** @returns how the page differs from its twin; empty where it does not */
export async function judge(
  fixture: Fixture,
  url: string,
  scene: ChromiumScene,
): Promise<string[]> {
  const hostile = await openHostile(scene, url);
  try {
    return await orSilent(examine(hostile, fixture, scene));
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
  if (fixture.acts) faults.push(...(await compare(hostile, fixture)));
  for (const expression of fixture.holds ?? []) {
    let value: unknown;
    await until(async () => (value = await hostile.ask(expression)) === true || undefined);
    if (value !== true) faults.push(`${expression} is ${String(value)}`);
  }
  const allowed = fixture.ownErrors === undefined ? undefined : new RegExp(fixture.ownErrors);
  const unexpected = hostile.errors.page.filter((text) => !allowed?.test(text));
  faults.push(...hostile.errors.own.map((text) => `the extension threw ${text}`));
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
async function becomeReady(hostile: HostilePage, expression: string): Promise<void> {
  let value: unknown;
  const isReady = await until(async () => {
    value = await askLeaving(hostile, expression);
    return value === true || undefined;
  });
  if (!isReady) throw new Error(`Never ready: ${expression} is ${String(value)}`);
}

/** A page that goes to the next document while it is asked gives no answer. */
const askLeaving = (hostile: HostilePage, expression: string): Promise<unknown> =>
  hostile.ask(expression).catch((error: unknown) => {
    if (String(error).includes('navigated')) return 'no answer';
    throw error;
  });

async function compare(hostile: HostilePage, fixture: Fixture): Promise<string[]> {
  const faults = async () => differences(await see(hostile, fixture), fixture.copies ?? 1);
  let last: string[] = [];
  await until(async () => {
    last = await faults();
    if (last.length > 0) return undefined;
    await hostile.page.waitForTimeout(STILLNESS_MS);
    last = await faults();
    return last.length === 0 || undefined;
  });
  return last;
}

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
