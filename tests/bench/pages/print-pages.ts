/**
 * `npm run bench -- pages`: what the built extension costs on whole pages in Chromium, beside other ways of marking
 * the same names and other extensions. Saved pages that are given (FILE.html) are further rows, folders of unpacked extensions,
 * such as an older build, further columns. `-- pages cold`, `warm`, `in-place` or `profile` runs one part. Asserts nothing on time.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { BUILDS, SAMPLES } from '../../../src/cli/paths.ts';
import { serve, type Server } from '../../../src/cli/serve.ts';
import { printCold } from './cold.ts';
import { documents, type Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { printChanges, printUntouched } from './in-place.ts';
import { printProfile } from './profile.ts';
import { openScene, type Scene } from './scene.ts';
import { printWarm } from './warm.ts';

const PARTS = ['cold', 'warm', 'in-place', 'profile'] as const;

export async function printPages(args: readonly string[]): Promise<void> {
  const paths = args.filter((arg) => existsSync(arg));
  const isFolder = (path: string): boolean => statSync(path).isDirectory();
  const wanted = PARTS.filter((part) => args.includes(part));
  const has = (part: (typeof PARTS)[number]) => wanted.length === 0 || wanted.includes(part);
  const own = documents();
  const pages = [...own, ...paths.filter((path) => !isFolder(path)).map(savedPage)];
  const named = (name: string): Document[] => own.filter((each) => each.name === name);
  const server = await serve(SAMPLES);
  try {
    if (has('cold')) await printCold(server, pages, paths.filter(isFolder));
    if (has('warm')) await beside(server, ({ other }) => printWarm(other, pages));
    if (has('in-place')) {
      await beside(server, async ({ ours, other }) => {
        for (const news of named('news')) await printUntouched(ours, news);
        await printChanges(ours, other);
      });
    }
    if (has('profile')) await printProfile(server, [...named('empty'), ...named('no mention')]);
  } finally {
    await server.close();
  }
}

/** Our build in one browser, and an extension that does nothing in another. */
async function beside(
  server: Server,
  work: (scenes: { ours: Scene; other: Scene }) => Promise<void>,
): Promise<void> {
  const empty = emptyExtension(';');
  const scenes: Scene[] = [];
  const open = async (folder: string): Promise<Scene> => {
    const scene = await openScene(server, folder);
    scenes.push(scene);
    return scene;
  };
  try {
    await work({ ours: await open(BUILDS.chromium), other: await open(empty.path) });
  } finally {
    for (const scene of scenes) await scene.close();
    empty.remove();
  }
}

/** A saved page without its scripts: what they do is the page's own cost, and ten times ours. */
function savedPage(path: string): Document {
  const html = readFileSync(path, 'utf8').replace(/<script\b[\s\S]*?<\/script>/gi, '');
  return { name: basename(path), html };
}
