/** Documents for the page benchmarks: the same on every run, made of the corpus's words. Data and markup only. */
import { bundledDetection, bundledDetector } from '../../../src/cli/bundled-detector.ts';
import { createRandom } from '../random.ts';
import { makePage } from '../text.ts';
import { pageMatter } from '../vocabulary.ts';

export interface Document {
  name: string;
  html: string;
}

/** About what a long story has, in UTF-16 units: the median of saved news pages. */
const NEWS_UNITS = 45_000;

/** The pages by name, smallest first. */
export function documents(): Document[] {
  const { entities } = bundledDetection();
  const { english } = pageMatter(entities.filter(({ tier }) => tier === 'main'));
  const scanner = bundledDetector({ cast: false }).createScanner();
  const plain = english.words.filter((word) => {
    scanner.reset();
    return !scanner.feed(`${word} `);
  });
  const text = (units: number) => makePage({ units, ...english }).blocks.map((block) => block.text);
  const story = text(NEWS_UNITS);
  return [
    { name: 'empty', html: page('<p>.') },
    {
      name: 'no mention',
      html: newsPage(
        makePage({
          units: NEWS_UNITS,
          words: plain,
          texts: ['Nothing of note.'],
        }).blocks.map((block) => block.text),
      ),
    },
    { name: 'news', html: newsPage(story) },
    { name: 'node-heavy', html: page(cells(60_000, story)) },
    { name: 'text-heavy', html: page(paragraphs(text(3_000_000))) },
    { name: '10 MB', html: page(paragraphs(text(10_000_000))) },
  ];
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}`;
const paragraphs = (texts: readonly string[]): string =>
  texts.map((each) => `<p>${each}</p>`).join('\n');

/** A story among what surrounds stories: lists of links, figures, asides. */
function newsPage(story: readonly string[]): string {
  const links = (count: number) =>
    `<nav><ul>${'<li><a href="#"><span>Section</span> <b>name</b></a></li>'.repeat(count)}</ul></nav>`;
  const aside = '<aside><h3>More</h3><p>Another <a href="#">headline</a> of the day</p></aside>';
  const body = story.map((text, at) => `<p>${text}</p>${at % 12 === 0 ? aside : ''}`).join('\n');
  return page(
    `<header>${links(60)}</header><main><h1>A story</h1>${body}</main><footer>${links(120)}</footer>`,
  );
}

/** A table of so many cells with a word or two, and the story in the middle. */
function cells(count: number, story: readonly string[]): string {
  const random = createRandom(3);
  const cell = () =>
    `<td>${random.pick(['one', 'two words', '12.5', 'a', 'lower case', 'North'])}</td>`;
  const rows = (rowCount: number) =>
    `<table>${Array.from({ length: rowCount }, () => `<tr>${Array.from({ length: 10 }, cell).join('')}</tr>`).join('')}</table>`;
  return rows(count / 20) + paragraphs(story) + rows(count / 20);
}

/** A page with so many marks, and an element for what it adds. */
export function thousandMarks(): Document {
  const marks = '<p>Antony Blinken met others.</p>'.repeat(1000);
  return {
    name: 'thousand marks',
    html: page(`<div id="grow"></div>${marks}`),
  };
}
