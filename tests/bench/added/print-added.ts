/** `npm run bench -- added`: what datasets that somebody added cost pages, open tabs, the options and cards, in Chromium. */
import { statSync } from 'node:fs';
import { SAMPLES } from '../../../src/cli/paths.ts';
import { serve } from '../../../src/cli/serve.ts';
import { documents } from '../pages/documents.ts';
import { printCards } from './cards.ts';
import { printLooking } from './looking.ts';
import { printSwitching } from './switching.ts';
import { printVisits } from './visits.ts';

const PARTS = ['visits', 'switching', 'looking', 'cards'] as const;

/** @param args parts, and folders of other builds */
export async function printAdded(args: readonly string[]): Promise<void> {
  const folders = args.filter((arg) => statSync(arg, { throwIfNoEntry: false })?.isDirectory());
  const isWanted = (part: (typeof PARTS)[number]) =>
    args.includes(part) || !PARTS.some((each) => args.includes(each));
  const all = documents();
  const named = (...names: string[]) => all.filter(({ name }) => names.includes(name));
  const server = await serve(SAMPLES);
  try {
    if (isWanted('looking')) await printLooking(server);
    if (isWanted('cards')) await printCards(server);
    if (isWanted('switching')) await printSwitching(server, named('no mention', 'news'));
    if (isWanted('visits')) await printVisits(server, named('empty', 'no mention'), folders);
  } finally {
    await server.close();
  }
}
