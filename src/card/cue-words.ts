/**
 * The words around a mention by which facts are chosen: those of its sentence, and those of its paragraph. Pure:
 * text in, folded words out.
 */
/** What stands around a mention. Words are folded as `foldWords` does. */
export interface Cues {
  /** Words of the sentence that holds the mention, without names. */
  sentence: readonly string[];
  /** Names in the sentence: all words with a capital letter. */
  names: readonly string[];
  /** Words of the paragraph around it. */
  paragraph: readonly string[];
  /** Ids of other entities that the page mentions near it, the nearest first. */
  entities: readonly string[];
}

/** Where no text is around, what an entity said or did itself comes first. */
export const NO_CUES: Cues = { sentence: [], names: [], paragraph: [], entities: [] };

/** Shorter words ("to", "the") are in every text. */
const WORD_MIN = 4;
/** Words that say nothing about a topic. */
const EMPTY_WORDS = new Set(
  (
    'about after again also been before being between both could does doing down during each from have having here ' +
    'into just like made make many more most much must only other over said same says should since some still such ' +
    'take than that their them then there these they this those told through under until very want wants were what ' +
    'when where which while whom whose will with without would your'
  ).split(' '),
);

/** @returns the words of a text in lower case without accents, in order, each once; empty and short ones left out */
export function foldWords(text: string): string[] {
  // Made here, because classes of properties take 0.7 ms to make, and most pages never show a card.
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad]|['’ʼ](?=[\p{L}\p{N}]))*/gu;
  const words = [...text.matchAll(word)].map(([found]) =>
    found
      .normalize('NFKD')
      .toLowerCase()
      .replace(/['’ʼ]s$/u, '')
      .replace(/[\p{M}\u00ad'’ʼ]/gu, '')
      .replaceAll('ł', 'l'),
  );
  return [...new Set(words)].filter((each) => each.length >= WORD_MIN && !EMPTY_WORDS.has(each));
}

/**
 * @param text what stands around a mention
 * @param start where the mention begins, in UTF-16 code units
 * @param end where it ends; its own words are left out, since most facts of its entity have them
 * @param lang language of the text, for where sentences end; any language where it is no language tag
 */
export function cueWords(
  text: string,
  start: number,
  end: number,
  lang: string,
): Pick<Cues, 'sentence' | 'names' | 'paragraph'> {
  const sentences = segmenterFor(lang).segment(text);
  const { index, segment } = sentences.containing(Math.min(start, text.length - 1)) ?? {
    index: 0,
    segment: text,
  };
  const before = text.slice(index, start);
  const after = text.slice(end, index + segment.length);
  return {
    ...partedNames(`${before} ${after}`),
    paragraph: foldWords(`${text.slice(0, start)} ${text.slice(end)}`),
  };
}

/** A word with a capital letter counts as a name, also at the beginning: news sentences begin with one. */
function partedNames(sentence: string): Pick<Cues, 'sentence' | 'names'> {
  const names = foldWords(
    [...sentence.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’ʼ]*/gu)].join(' '),
  );
  return { sentence: foldWords(sentence).filter((word) => !names.includes(word)), names };
}

function segmenterFor(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang === '' ? undefined : lang, { granularity: 'sentence' });
  } catch {
    // A page may say anything for its language.
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}
