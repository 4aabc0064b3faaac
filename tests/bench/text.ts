/**
 * Pages for the benchmark: blocks of text in chunks as text nodes are. One block in forty says something that
 * detection is about; the others are made of ordinary words. The same on every run.
 */
import { createRandom, type Random } from './random.ts';

/** One block in so many is a given text. */
const TEXTS_EVERY = 40;

/** The text of one block element. */
export interface Block {
  text: string;
  /** The same in pieces of about 60 UTF-16 units, and the white space between two block elements. */
  chunks: string[];
}

export interface Page {
  blocks: Block[];
  /** Length of all chunks, in UTF-16 units. */
  units: number;
  /** How many blocks are given texts. */
  given: number;
}

interface PageParts {
  /** Length to be reached, in UTF-16 units. */
  units: number;
  /** What ordinary paragraphs are made of; a word that is there twice comes twice as often. */
  words: readonly string[];
  /** What one block in forty is. */
  texts: readonly string[];
}

export function makePage({ units, words, texts }: PageParts): Page {
  const random = createRandom(7);
  const page: Page = { blocks: [], units: 0, given: 0 };
  while (page.units < units) {
    const isGiven = page.blocks.length % TEXTS_EVERY === TEXTS_EVERY / 2;
    if (isGiven) page.given++;
    const given = isGiven ? random.pick(texts) : undefined;
    const text = given ?? paragraph(words, random);
    const chunks = [...chunksOf(text, random), '\n'];
    page.blocks.push({ text, chunks });
    page.units += text.length + 1;
  }
  // Fresh, flat strings as a page's are: joined and cut ones would be slower to read.
  return JSON.parse(JSON.stringify(page)) as Page;
}

/** Two to four sentences, about 300 UTF-16 units; one word in eight has a capital, as names and titles do. */
export function paragraph(words: readonly string[], random: Random): string {
  const word = (at: number) => {
    const chosen = random.pick(words);
    if (at > 0 && random.between(1, 8) > 1) return chosen;
    return chosen.charAt(0).toUpperCase() + chosen.slice(1);
  };
  const sentence = () => {
    const line = Array.from({ length: random.between(9, 22) }, (_, at) => word(at));
    return `${line.join(' ').replace(/ (?=\S+ \S+$)/, ', ')}.`;
  };
  return Array.from({ length: random.between(2, 4) }, sentence).join(' ');
}

/** Cuts before a space, 25 to some 100 units on, as links and emphasis do. */
function chunksOf(text: string, random: Random): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (start < text.length) {
    const space = text.indexOf(' ', start + random.between(25, 100));
    const end = space < 0 ? text.length : space;
    chunks.push(text.slice(start, end));
    start = end;
  }
  return chunks;
}
