/**
 * The only place that brings scripts into pages. Every file name is written here, and belongs to the extension: no message can
 * name one.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import type { Reading, ReadingScript, Registration, ScriptName, Scripts } from './interfaces.ts';
import { browserName } from './runtime.ts';

const FILES: Record<ScriptName | ReadingScript, string[]> = {
  gate: ['gate.js'],
  'gate-with-cast': ['cast.js', 'gate.js'],
  'gate-with-library': ['gate-with-library.js'],
  'gate-with-library-with-cast': ['cast.js', 'gate-with-library.js'],
  ask: ['ask.js'],
  'ask-in-frames': ['ask-in-frames.js'],
  reader: ['reader.js'],
  card: ['card.js'],
  stop: ['stop.js'],
  article: ['article.js'],
  'json-text': ['json-text.js'],
  styles: [`highlights.${browserName}.css`],
};
/** Chromium paints highlights by an author's style sheet alone; Firefox reaches shadow trees by a user's alone. */
const ORIGIN = browserName === 'firefox' ? 'USER' : 'AUTHOR';

/** The polyfill's types do not know all of what our oldest browsers have. */
type Target = Scripting.InjectionTarget & { documentIds?: string[] };
type RegisteredScript = Scripting.RegisteredContentScript & {
  matchOriginAsFallback: boolean;
  cssOrigin?: 'user';
};

export const inject: Scripts['inject'] = async (script, { tab, document }) => {
  const where: Target =
    document === undefined
      ? { tabId: tab, allFrames: true }
      : { tabId: tab, documentIds: [document] };
  try {
    const what = { target: where, files: FILES[script] };
    if (script === 'styles') await browser.scripting.insertCSS({ ...what, origin: ORIGIN });
    else await browser.scripting.executeScript({ ...what, injectImmediately: true });
    return true;
  } catch {
    return false;
  }
};

export const readActive: Reading['readActive'] = async (script) => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('There is no active tab.');
  const [result] = await browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: FILES[script],
  });
  return result?.result;
};

export const register: Scripts['register'] = async (registrations) => {
  const { scripting } = browser;
  const known = new Set((await scripting.getRegisteredContentScripts()).map(({ id }) => id));
  const wanted = registrations.map(registered);
  const gone = [...known].filter((id) => !wanted.some((each) => each.id === id));
  if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone });
  const [kept, added] = [true, false].map((isKnown) =>
    wanted.filter(({ id }) => known.has(id) === isKnown),
  );
  // To remove a script and add it again would leave a moment without it.
  if (kept?.length) await scripting.updateContentScripts(kept);
  if (added?.length) await scripting.registerContentScripts(added);
};

const registered = ({ script, matches, excludeMatches, allFrames }: Registration) =>
  ({
    ...{ id: script, allFrames },
    ...(script === 'styles' ? STYLES : { js: FILES[script], runAt: 'document_idle' }),
    matches: [...matches],
    excludeMatches: [...excludeMatches],
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  }) satisfies RegisteredScript;

/** Before the first layout: a later style sheet costs the layout of the whole page again. */
const STYLES = {
  ...{ css: FILES.styles, runAt: 'document_start' },
  ...(browserName === 'firefox' ? { cssOrigin: 'user' } : {}),
} satisfies Partial<RegisteredScript>;
