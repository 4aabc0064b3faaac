/**
 * Slow and obvious doubles of the scanner and the gazetteer, for properties: every trigger tried at every
 * place, every name with every ending written out.
 */
import { eachName, type CompiledDetection } from '../../../src/detect/index.ts';
import { createInflector } from '../../../src/detect/inflect.ts';
import {
  fold,
  isHiragana,
  isKatakana,
  isUnspaced,
  isWordCharacter,
} from '../../../src/detect/fold.ts';
import { tokenize } from '../../../src/detect/token.ts';

/** Whether a trigger stands anywhere in a text that is read in one piece. */
export function hasTrigger(text: string, triggers: readonly string[]): boolean {
  const spaced = Array.from(fold(text).text).map((letter) => {
    if (!isWordCharacter(letter)) return ' ';
    return isUnspaced(letter) || isKatakana(letter) || isHiragana(letter) ? ` ${letter} ` : letter;
  });
  const words = ` ${spaced.join('')} `.replace(/ +/g, ' ');
  return triggers.some((trigger) => {
    const inside = trigger.startsWith('~');
    const spelled = Array.from(trigger.replace('~', '')).map((letter) =>
      isUnspaced(letter) || isKatakana(letter) || isHiragana(letter) ? ` ${letter} ` : letter,
    );
    const wanted = spelled.join('').replace(/ +/g, ' ');
    return words.includes(inside ? wanted : ` ${wanted.trimStart()}`);
  });
}

/** Positions in the list of entities of all names that stand at a word, written out form by form. */
export function entitiesAt(
  { entities, linguistics }: CompiledDetection,
  text: string,
  index: number,
): Set<number> {
  const tokens = tokenize(text);
  const inflector = createInflector(linguistics);
  const word = (at: number): string => tokens[index + at]?.word ?? '';
  const found = new Set<number>();
  entities.forEach(({ names }, entity) => {
    for (const { words, lang, script } of eachName(names)) {
      const last = words.at(-1) ?? '';
      const stems = inflector.stemsOf(last, { languages: lang.split(' '), script });
      const forms = stems.flatMap(({ stem, endings }) => [...endings].map((end) => stem + end));
      const before = words.slice(0, -1);
      const isApart =
        before.every((part, at) => part === word(at)) && forms.includes(word(before.length));
      const isJoined = forms.some((form) => before.join('') + form === word(0));
      if (isApart || isJoined) found.add(entity);
    }
  });
  return found;
}
