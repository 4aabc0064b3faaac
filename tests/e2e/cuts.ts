/** A long text of many names, cut into text nodes and elements in any way. Its functions run in the page. */

const TIMES = 200;
const NAMES = ['Antony Blinken', 'David Lammy', 'Volodymyr Zelenskyy', 'Storm Shadow', 'Zelenskyy'];
export const CUT_MENTIONS = TIMES * NAMES.length;
/** Names stand at every distance from each other, so that the seams of whatever pieces it is read in fall into them. */
export const CUT_TEXT = Array.from({ length: TIMES }, (_, at) => {
  const words = (count: number): string => 'and so on '.repeat(count % 5) + 'x'.repeat(count % 7);
  return NAMES.map((name, turn) => `${name} ${words(at * 3 + turn)}. `).join('');
}).join('');

/** To be run in the page: puts the text there in pieces of these lengths, over and over; in one piece without any. */
export function buildCut({
  text,
  cuts,
}: {
  text: string;
  cuts: { length: number; name: string }[];
}): void {
  const paragraph = document.createElement('p');
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const { length, name } = cuts[turn % cuts.length] ?? { length: text.length, name: '#text' };
    const piece = text.slice(at, at + length);
    at += length;
    const element = name === '#text' ? undefined : document.createElement(name);
    element?.append(piece);
    paragraph.append(element ?? piece);
  }
  document.getElementById('place')?.replaceChildren(paragraph);
}

/** To be run in the page. @returns where marks begin and end in the text, in order */
export function seeOffsets(): string[] {
  const startOf = new Map<Node, number>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    startOf.set(node, length);
    length += (node as Text).length;
  }
  const seen: [start: number, end: number][] = [];
  CSS.highlights.forEach((highlight, name) => {
    if (!name.startsWith('backgrounder-')) return;
    highlight.forEach(({ startContainer, startOffset, endContainer, endOffset }) => {
      const [first, last] = [startOf.get(startContainer), startOf.get(endContainer)];
      seen.push([(first ?? NaN) + startOffset, (last ?? NaN) + endOffset]);
    });
  });
  return seen.sort((a, b) => a[0] - b[0]).map(([start, end]) => `${start}-${end}`);
}
