/**
 * Aliases of one entity in a text: whole words, capitals where a name needs them, given names taken in,
 * and the dataset's own evidence that a surname is somebody else's.
 */
import type { EntityDetection, EntityName } from '../dataset/index.ts';
import { foldedWords } from './fold.ts';
import type { Mention } from './mention.ts';
import { createPhraseTable, type PhraseTable } from './phrase.ts';
import type { Token } from './token.ts';

const CONFIDENCE = { withGivenName: 0.99, proper: 0.95, surname: 0.9, common: 0.9 } as const;

type NameForm = Pick<EntityName, 'kind' | 'alone'> & { words: string[] };

interface NameRules {
  entity: string;
  names: NameForm[];
  givenNames: ReadonlySet<string>;
  notAfter: PhraseTable;
  notBefore: PhraseTable;
}

export type NameFinder = (text: string, tokens: readonly Token[]) => Mention[];

export function createNameFinder(entity: EntityDetection): NameFinder {
  const rules: NameRules = {
    entity: entity.id,
    names: entity.names
      .map(({ text, kind, alone }) => ({ words: foldedWords(text), kind, alone }))
      // A lower-case form is looked for last, so that "Storm Shadow missiles" is marked by its name alone.
      .sort(
        (a, b) =>
          Number(a.kind === 'common') - Number(b.kind === 'common') ||
          b.words.length - a.words.length,
      ),
    givenNames: new Set(entity.givenNames.flatMap(foldedWords)),
    notAfter: createPhraseTable(entity.notAfter),
    notBefore: createPhraseTable(entity.notBefore),
  };
  return (text, tokens) =>
    tokens.flatMap((_, index) => {
      const found = mentionAt(rules, tokens, index);
      return found ? [{ ...found, surface: text.slice(found.start, found.end) }] : [];
    });
}

function mentionAt(
  rules: NameRules,
  tokens: readonly Token[],
  index: number,
): Omit<Mention, 'surface'> | undefined {
  const name = rules.names.find((candidate) => stands(candidate, tokens, index));
  if (!name) return undefined;
  const first = name.kind === 'surname' ? firstWordOfPerson(rules, tokens, index) : index;
  const last = tokens[index + name.words.length - 1];
  const start = tokens[first]?.start;
  if (start === undefined || !last) return undefined;
  if (rules.notBefore.lengthAt(tokens, index + name.words.length) > 0) return undefined;
  if (first === index && !name.alone) return undefined;
  if (first === index && comesAfter(rules.notAfter, tokens, index)) return undefined;
  const confidence = first < index ? CONFIDENCE.withGivenName : CONFIDENCE[name.kind];
  return { entity: rules.entity, start, end: last.end, rule: 'name', confidence };
}

/** Whether a name begins at a token. */
function stands({ words, kind }: NameForm, tokens: readonly Token[], index: number): boolean {
  return words.every((word, at) => {
    const token = tokens[index + at];
    if (!token) return false;
    if (at > 0 && !/^[\s'-]$/.test(token.gap)) return false;
    if (kind !== 'common' && !token.capital && (at === 0 || token.gap !== "'")) return false;
    return token.word === word || (at === words.length - 1 && token.word === `${word}s`);
  });
}

/** Walks back over given names and initials: "Antony J. Blinken", "V. Zelensky". */
function firstWordOfPerson(rules: NameRules, tokens: readonly Token[], surname: number): number {
  let first = surname;
  for (let at = surname - 1; at >= Math.max(0, surname - 3); at--) {
    const token = tokens[at];
    const gap = tokens[at + 1]?.gap ?? '';
    if (!token?.capital) break;
    const isInitial = token.word.length === 1 && /^\.?\s?$/.test(gap);
    if (rules.givenNames.has(token.word) && /^[\s-]$/.test(gap)) first = at;
    else if (!isInitial) break;
    else if ([...rules.givenNames].some((name) => name.startsWith(token.word))) first = at;
  }
  return first;
}

function comesAfter(table: PhraseTable, tokens: readonly Token[], index: number): boolean {
  if (!/^[\s-]$/.test(tokens[index]?.gap ?? '')) return false;
  return [1, 2].some((back) => index >= back && table.lengthAt(tokens, index - back) === back);
}
