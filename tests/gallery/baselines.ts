/**
 * The kept pictures: where they are, what else is kept with them, and how both are written. Written by
 * `npm run gallery -- --update` alone; what is compared, and how, is in compare.ts.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { format } from 'prettier';
import { ROOT } from '../../src/cli/paths.ts';
import { compareLayout, type Layout, type PartBox } from './compare.ts';
import { conditionName, conditionsOf } from './conditions.ts';
import { PARTS, type State, type ViewName } from './states.ts';
import type { Stage } from './stage.ts';
import type { Shot } from './studio.ts';

const FOLDER = join(ROOT, 'tests/gallery/baselines');
const RECORD = join(FOLDER, 'baselines.json');
/** The longest pictures are cut here, in px: what comes after repeats what was before. */
const MOST_HEIGHT = 560;
/** Steps of a colour channel that baselines keep, each less than the comparison's tolerance. */
const STEP = 17;

/** Stands for the whole page among its parts. */
const WHOLE = ':root';

/** Widths of a fixed text in each font family of the tokens, in px: the same on machines with the same fonts. */
export type FontMetrics = Record<string, number[]>;

interface BaselineRecord {
  /** The browser that they were made with. */
  version: string;
  fonts: FontMetrics;
  layouts: Record<string, Layout>;
}

/** A picture with what else is known of it. */
export interface Taken {
  /** Of the picture's file, without ending. */
  name: string;
  png: Buffer;
  layout: Layout;
  fonts: FontMetrics;
}

/** "card-empty.dark.320" */
export const shotName = ({ state, condition }: Shot): string =>
  `${state.id}.${conditionName(condition)}`;

/** The shots of which a baseline is kept. @throws Error for a condition that does not exist */
export function baselineShots(states: readonly State[]): Shot[] {
  return states.flatMap((state) =>
    (state.baselines ?? []).map((wanted) => {
      const condition = conditionsOf(state.view).find((each) => conditionName(each) === wanted);
      if (!condition)
        throw new Error(`${state.id} has a baseline for ${wanted}, which is unknown.`);
      return { state, condition };
    }),
  );
}

/** Takes a picture as baselines are: the whole page, as far as `MOST_HEIGHT`. */
export async function take(stage: Stage, shot: Shot): Promise<Taken> {
  const { layout, fonts } = await measure(stage, shot.state.view);
  const png = await stage.photograph(MOST_HEIGHT);
  return { name: shotName(shot), png, layout, fonts };
}

async function measure(stage: Stage, view: ViewName) {
  const parts = [WHOLE, ...PARTS[view]];
  const measured = await stage.evaluate(
    ({ selectors }) => {
      const layout: Record<string, [number, number, number, number]> = {};
      for (const selector of selectors) {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        if (!box) continue;
        layout[selector] = [box.left + scrollX, box.top + scrollY, box.width, box.height];
      }
      const fonts: Record<string, number[]> = {};
      const span = document.createElement('span');
      span.style.cssText = 'position:absolute;white-space:nowrap;';
      document.body.append(span);
      for (const family of ['serif', 'sans', 'mono']) {
        const widthOf = (weight: number, text: string): number => {
          span.style.font = `${weight} 100px var(--font-${family})`;
          span.textContent = text;
          return span.getBoundingClientRect().width;
        };
        fonts[family] = [
          widthOf(400, 'Hamburgefonstiv 0123 ¶ · “x”'),
          widthOf(600, 'Hamburgefonstiv'),
          widthOf(400, 'Щодня їжак'),
          widthOf(400, 'أعلنت عדה'),
        ];
      }
      span.remove();
      return { layout, fonts };
    },
    { selectors: parts },
  );
  const round = (value: number): number => Math.round(value * 10) / 10;
  const rounded = (boxes: Layout): Layout =>
    Object.fromEntries(
      Object.entries(boxes).map(([name, box]) => [name, box.map(round) as PartBox]),
    );
  return {
    layout: rounded(measured.layout),
    fonts: Object.fromEntries(
      Object.entries(measured.fonts).map(([family, widths]) => [family, widths.map(round)]),
    ),
  };
}

/** The kept record. @throws Error where nothing was ever kept */
export function readRecord(): BaselineRecord {
  return JSON.parse(readFileSync(RECORD, 'utf8')) as BaselineRecord;
}

/** @returns undefined where there is no baseline of this name */
export function readBaseline(name: string): PNG | undefined {
  if (!baselineNames().includes(name)) return undefined;
  return PNG.sync.read(readFileSync(join(FOLDER, `${name}.png`)));
}

/** What has moved too far or is too large against a kept layout, one line for each. */
export function layoutDifferences({ name, layout }: Taken): string[] {
  const kept = readRecord().layouts[name];
  const whole = kept?.[WHOLE];
  if (!whole) return [`${name} has no layout with its baseline`];
  return compareLayout(layout, kept, { width: whole[2], height: whole[3] });
}

/** Names of all kept pictures. */
export function baselineNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.png'))
    .map((file) => file.slice(0, -'.png'.length));
}

/**
 * Replaces the baselines of these pictures, and keeps the others.
 * @param all names of all that there are to be; what else is kept goes
 * @returns the size of the new ones together, in bytes
 */
export async function writeBaselines(
  taken: readonly Taken[],
  { version, all }: { version: string; all: readonly string[] },
): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  for (const gone of baselineNames().filter((name) => !all.includes(name)))
    rmSync(join(FOLDER, `${gone}.png`));
  const kept = existsSync(RECORD) ? readRecord().layouts : {};
  const now = Object.fromEntries(taken.map(({ name, layout }) => [name, layout]));
  const layouts = Object.fromEntries(
    all.flatMap((name) => {
      const layout = now[name] ?? kept[name];
      return layout ? [[name, layout] as const] : [];
    }),
  );
  const record: BaselineRecord = { version, fonts: taken[0]?.fonts ?? {}, layouts };
  writeFileSync(RECORD, await format(JSON.stringify(record), { parser: 'json', printWidth: 100 }));
  let bytes = 0;
  for (const { name, png } of taken) {
    const packed = pack(png);
    bytes += packed.length;
    writeFileSync(join(FOLDER, `${name}.png`), packed);
  }
  return bytes;
}

/** The same picture in fewer bytes: browsers compress for speed, and hardly any shade of a letter's edge matters. */
function pack(png: Buffer): Buffer {
  const picture = PNG.sync.read(png);
  picture.data = picture.data.map((value) => Math.round(value / STEP) * STEP) as Buffer;
  return PNG.sync.write(picture, {
    colorType: 2,
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0,
  });
}

/** Whether two machines draw text with the same fonts. */
export function haveSameFonts(one: FontMetrics, other: FontMetrics): boolean {
  return Object.entries(one).every(([family, widths]) =>
    widths.every((width, at) => Math.abs(width - (other[family]?.[at] ?? 0)) <= 0.2),
  );
}
