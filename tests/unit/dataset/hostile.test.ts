/** Files that are broken, odd or hostile: what each of tests/hostile-datasets must give when it is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { stepsOf } from '../../../src/dataset/path-text.ts';
import { formatProblem } from '../../../src/dataset/problem.ts';
import { readDatasetContent, refusedSize } from '../../../src/dataset/read-content.ts';
import { readDatasetFile, type ReadDatasetFile } from '../../../src/dataset/read-file.ts';
import { MACHINE } from '../../../src/library/index.ts';
import { fileOf, HOSTILE_FOLDER, type Recipe } from './hostile-recipes.ts';

interface Case {
  row: number;
  what: string;
  file: Recipe;
  gives: {
    refused?: string;
    taken?: true;
    /** Where, as the problem or the warning names it, and a part of its line. */
    path?: string;
    says?: string;
    /** How many problems are counted and not listed. */
    more?: number;
    warns?: string;
    warnsNot?: string;
    startsOff?: true;
    /** Texts that the dataset then has, letter by letter. */
    keeps?: Record<string, string>;
  };
}

const CASES = readFileSync(join(HOSTILE_FOLDER, 'cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case);

const CONTEXT = {
  today: new Date(2032, 0, 1),
  linguistics: loadLinguistics(),
  takenIds: [loadDataset().id],
  ...MACHINE,
};

/** Larger files are not made: their size alone decides. */
const MADE_MAX = 100 * 1024 * 1024;

async function read({ file }: Case): Promise<ReadDatasetFile> {
  const { size = 0 } = file;
  if (size <= MADE_MAX) return readDatasetFile(fileOf(file), CONTEXT);
  const refused = refusedSize(size);
  if (!refused) throw new Error(`${size} bytes were not refused`);
  return refused;
}

/** A person has to read the line of a problem, whatever is in the file. In UTF-16 code units. */
const LINE_MAX = 1000;

/** What zod says where a schema does not say it in words, and names of types that JSON does not have. */
const WORDS_OF_ZOD = /expected (?:Invalid|(?:int|record|tuple)\b)/;

const NATURAL = Object.getOwnPropertyNames(Object.prototype);

describe('a hostile file', () => {
  test.each(CASES)('of row $row, $what', async (given) => {
    const { path, says = '', ...gives } = given.gives;
    const result = await read(given);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(NATURAL);
    if ('refusal' in result) {
      const lines = result.problems.map(formatProblem);
      expect({ refused: result.refusal, lines }).toMatchObject({ refused: gives.refused });
      expect(
        lines.find((line) => line.startsWith(`${path ?? ''}: `) && line.includes(says)) ?? lines,
      ).toBeTypeOf('string');
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{C}\p{Default_Ignorable_Code_Point}]/u);
        expect(line.length).toBeLessThan(LINE_MAX);
        expect(line).not.toMatch(WORDS_OF_ZOD);
      }
      if (gives.more !== undefined) expect(result.more).toBe(gives.more);
      return;
    }
    expect(gives.taken).toBe(true);
    const kinds = result.warnings.map(({ kind }) => kind);
    if (gives.warns !== undefined) {
      const warning = result.warnings.find(({ kind }) => kind === gives.warns);
      expect(warning, `only warns of ${kinds.join(', ')}`).toMatchObject({ path });
      expect(warning && formatProblem(warning)).toContain(says);
    }
    expect(kinds).not.toContain(gives.warnsNot);
    expect(result.startsOff).toBe(gives.startsOff ?? false);
    for (const [place, text] of Object.entries(gives.keeps ?? {})) {
      const value = stepsOf(place).reduce<unknown>(
        (inner, step) => (inner as Record<string, unknown>)[step],
        result.dataset,
      );
      expect(value, place).toBe(text);
    }
  });

  test('that is something else as a whole has no place in it', () => {
    const result = readDatasetContent(new TextEncoder().encode('[1]'));
    expect('problems' in result && result.problems[0]).not.toHaveProperty('position');
  });

  test('is there for each row that reading alone decides', () => {
    const rows = [...new Set(CASES.map(({ row }) => row))].sort((a, b) => a - b);
    // The README says where the others are tested.
    const elsewhere = [22, 23, 24, 34, 35, 36, 37, 38, 40];
    const decided = Array.from({ length: 40 }, (_, i) => i + 1);
    expect(rows).toEqual(decided.filter((row) => !elsewhere.includes(row)));
  });
});
