/**
 * `npm run bench -- pages`: what the built extension costs on whole pages in Chromium, beside other ways of marking
 * the same names; `npm run bench -- FILE...` takes saved pages instead of our own. `-- pages cold`, `warm` or `in-place`
 * runs one part. Asserts nothing on time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { contentScriptSize } from '../../../src/cli/build.ts';
import { BUILDS, SAMPLES } from '../../../src/cli/paths.ts';
import { serve } from '../../../src/cli/serve.ts';
import { printCold } from './cold.ts';
import { documents, type Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { printChanges, printUntouched } from './in-place.ts';
import { openScene } from './scene.ts';
import { printWarm } from './warm.ts';

const PARTS = ['cold', 'warm', 'in-place'] as const;

export async function printPages(args: readonly string[]): Promise<void> {
  const files = args.filter((arg) => existsSync(arg));
  const wanted = PARTS.filter((part) => args.includes(part));
  const has = (part: (typeof PARTS)[number]) => wanted.length === 0 || wanted.includes(part);
  const pages = files.length > 0 ? files.map(fileDocument) : documents();
  const server = await serve(SAMPLES);
  const empty = emptyExtension(';');
  printSizes();
  try {
    if (has('cold')) await printCold(server, pages);
    const other = await openScene(server, empty.path);
    try {
      if (has('warm')) await printWarm(other, pages);
      const news = documents().find(({ name }) => name === 'news');
      if (has('in-place') && news) {
        const own = await openScene(server, BUILDS.chromium);
        try {
          await printUntouched(own, news);
          await printChanges(own, other);
        } finally {
          await own.close();
        }
      }
    } finally {
      await other.close();
    }
  } finally {
    await server.close();
    empty.remove();
  }
}

/** A saved page without its scripts: what they do is the page's own cost, and ten times ours. */
function fileDocument(path: string): Document {
  const html = readFileSync(path, 'utf8').replace(/<script\b[\s\S]*?<\/script>/gi, '');
  return { name: basename(path), html };
}

function printSizes(): void {
  const { code, scanner, rules, cards } = contentScriptSize();
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const data = [scanner, rules, cards];
  console.log(
    `\nThe content script: ${kb(code)} code and styles, ${kb(scanner + rules + cards)} data (scanner, names and rules, cards: ${data.map(kb).join(', ')}).`,
  );
}
