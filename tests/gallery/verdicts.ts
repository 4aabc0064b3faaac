/** Judges every state of a studio under the conditions that can be judged. Runs in Node; what is wrong is found in the page, by judge.ts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from '../../src/cli/browsers/find.ts';
import { ROOT } from '../../src/cli/paths.ts';
import { shotName } from './baselines.ts';
import {
  conditionName,
  conditionsOf,
  fewConditionsOf,
  SIZES,
  type Condition,
} from './conditions.ts';
import type { AxeOptions } from './judge.ts';
import { contentHeightOn, MOST_HEIGHT } from './stage.ts';
import { NARROW, type State, type ViewName } from './states.ts';
import type { Shot, Studio } from './studio.ts';

/** What is wrong with each state or in each language, by its id: one line each. */
export type Verdicts = ReadonlyMap<string, readonly string[]>;

/** Of the viewport for axe, in CSS px: higher than most states, since it cannot judge what is scrolled out of sight. Paint is slow. */
const AUDIT_HEIGHT = 6000;
/** What may unfold then. */
const ROOM = 1000;

/** @param states those to judge */
export async function judge(studio: Studio, states: readonly State[]): Promise<Verdicts> {
  const shots = states.flatMap((state) =>
    judgedConditionsOf(state).map((condition): Shot => ({ state, condition })),
  );
  const long = new Set<string>();
  const faults = await studio.each(
    shots,
    async (stage, shot) => {
      if ((await contentHeightOn(stage)) > AUDIT_HEIGHT - ROOM) long.add(shot.state.id);
      return stage.evaluate(() => window.gallery.faults(), null);
    },
    false,
  );
  // Axe sees nothing of a closed shadow root, and cannot judge what lies under it; the same card is judged apart.
  const optionsOf = ({ condition, state: { view } }: Shot): AxeOptions | undefined =>
    view === 'page' ? undefined : axeOptions(condition, view, studio.kind);
  const seen = shots
    .filter((shot) => optionsOf(shot) !== undefined)
    .map((shot): Shot => ({
      ...shot,
      height: long.has(shot.state.id) ? MOST_HEIGHT : AUDIT_HEIGHT,
    }));
  const audits = await studio.each(
    seen,
    (stage, shot) =>
      stage.evaluate((options) => window.gallery.audit(options), optionsOf(shot) ?? {}),
    false,
  );
  const verdicts = new Map(states.map(({ id }) => [id, [] as string[]]));
  const note = (all: readonly Shot[], found: readonly string[][]): void => {
    all.forEach((shot, at) => {
      const lines = found[at]?.map((line) => `${shotName(shot)}: ${line}`) ?? [];
      verdicts.get(shot.state.id)?.push(...lines);
    });
  };
  note(shots, faults);
  note(seen, audits);
  return verdicts;
}

/** Every catalogue but the English one, by its folder, and made-up words that are longer than any. */
export const LANGUAGES: readonly string[] = [
  ...readdirSync(join(ROOT, 'assets/public/_locales')).filter((folder) => folder !== 'en'),
  'pseudo',
];

/**
 * Draws states that speak English in other words, where texts have the least room. States are drawn one after another in the page,
 * without a way back to here: that is most of the time otherwise.
 * @returns what is wrong in each language, one line each
 */
export async function judgeWords(studio: Studio, states: readonly State[]): Promise<Verdicts> {
  const speaking = states.filter(({ view, words }) => view !== 'design' && words === undefined);
  const alike = Map.groupBy(
    speaking,
    (state) => `${state.view} ${'height' in state ? state.height : ''}`,
  );
  const tasks = [...alike.values()].flatMap((group) =>
    group.slice(0, 1).flatMap((state) =>
      conditionsOf(state.view)
        .filter((condition) => NARROW.includes(conditionName(condition)))
        .flatMap((condition) => LANGUAGES.map((words) => ({ state, condition, words, group }))),
    ),
  );
  const found = await studio.each(
    tasks,
    async (stage, { condition, words, group }) => {
      const faults = await stage.evaluate(drawAll, { ids: group.map(({ id }) => id), words });
      return faults.map(([id, fault]) => `${id}.${conditionName(condition)}: ${fault}`);
    },
    false,
  );
  const linesIn = (words: string): string[] =>
    found.filter((_, at) => tasks[at]?.words === words).flat();
  return new Map(LANGUAGES.map((words) => [words, linesIn(words)]));
}

/** To be run in the page. */
async function drawAll({ ids, words }: { ids: string[]; words: string }) {
  const found: (readonly [id: string, fault: string])[] = [];
  for (const id of ids) {
    await window.gallery.draw(id, words);
    for (const fault of await window.gallery.faults()) found.push([id, fault]);
  }
  return found;
}

/**
 * Conditions that can be judged. Forced colours move nothing, and axe reads the text's own, unforced one (-webkit-text-fill-color): the
 * system sees to those, and the baselines show them.
 */
const judgedConditionsOf = (state: State): Condition[] =>
  fewConditionsOf(state).filter(({ theme }) => theme !== 'forced');

/**
 * What axe has to look at: everything once, and then what the condition changes. A theme changes colours alone, a size all the rest.
 * The elements are the same in each browser, so Firefox is asked at the usual size alone.
 * @returns undefined where nothing is left
 */
function axeOptions(
  { theme, size }: Condition,
  view: ViewName,
  kind: BrowserKind,
): AxeOptions | undefined {
  const isUsualSize = size === SIZES[view][0];
  if (kind === 'firefox' && (theme === 'dark' || !isUsualSize)) return undefined;
  if (theme === 'dark') return { runOnly: ['color-contrast'] };
  // Not among axe's own defaults: targets of 24 px (WCAG 2.2 AA).
  return {
    rules: { 'color-contrast': { enabled: isUsualSize }, 'target-size': { enabled: true } },
  };
}
