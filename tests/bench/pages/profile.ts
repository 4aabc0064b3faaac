/**
 * Where the time on a page goes: self time of our functions by the browser's CPU profiler, and what the browser
 * does for us (compiling, collecting garbage, injecting) by its trace, above an extension that does nothing.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'wxt';
import { BUILDS, ROOT } from '../../../src/cli/paths.ts';
import type { Server } from '../../../src/cli/serve.ts';
import { median } from '../measure.ts';
import type { TraceEvent } from '../trace.ts';
import { traceLoad } from './counters.ts';
import type { Document } from './documents.ts';
import { emptyExtension } from './empty-extension.ts';
import { printHead, printRow } from './rows.ts';
import { openScene, type Scene } from './scene.ts';
import type { Tab } from './tab.ts';

/** Profiles are added up: one has too few samples. */
const PROFILES = 15;
const SAMPLE_MICROSECONDS = 100;
const TRACES = 7;
const FUNCTIONS = 25;

/** Where a function stands in a built file, or a function of the browser with no address; counted from 0. */
interface Frame {
  url: string;
  functionName: string;
  lineNumber: number;
  columnNumber: number;
}

interface Profile {
  nodes: { id: number; callFrame: Frame; children?: number[] }[];
  /** Nodes, and the times between them in microseconds. */
  samples?: number[];
  timeDeltas?: number[];
}

/** Kinds of work by the names of the trace's events; the first that fits counts. */
const KINDS: [kind: string, event: RegExp][] = [
  [
    'compiling and parsing script',
    /^v8\.compile$|^V8\.(?!GC).*(Compile|Parse|Finalize|Scope|Bytecode|Optimi|Maglev|Baseline)/,
  ],
  ['collecting garbage', /GC/],
  [
    'running script, bindings included',
    /^(v8\.|EvaluateScript|FunctionCall|TimerFire|TimerBase|RunMicrotasks|Blink.*Microtask|AsyncTask)/,
  ],
  [
    'injecting: contexts, files, messages',
    /^(ScriptInjection|LocalWindowProxy|V8\.Deserialize|InstallConditional|ContextCreated|Receive mojo)/,
  ],
  ['style, layout and paint', /(Style|Layout|Paint|Lifecycle|Layer|Commit|Frame|Composit)/],
];
const REST = 'everything else';
const CATEGORIES = [
  'v8',
  'blink',
  'toplevel',
  'extensions',
  'disabled-by-default-v8.compile',
  'disabled-by-default-v8.gc',
];

export async function printProfile(server: Server, documents: readonly Document[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'profiled-'));
  const empty = emptyExtension(';');
  const scenes: Scene[] = [];
  try {
    const named = await buildWithNames(folder);
    for (const path of [BUILDS.chromium, named, empty.path]) {
      scenes.push(await openScene(server, path));
    }
    const [ours, withNames, nothing] = scenes as [Scene, Scene, Scene];
    for (const document of documents) {
      await printKinds(ours, nothing, document);
      await printFunctions(withNames, document, namesIn(named));
    }
  } finally {
    for (const scene of scenes) await scene.close();
    rmSync(folder, { recursive: true });
    empty.remove();
  }
}

/** The build with the names of its functions, and so some more bytes. @returns the folder of the extension */
async function buildWithNames(outDir: string): Promise<string> {
  await build({
    ...{ root: ROOT, browser: 'chrome', manifestVersion: 3, outDir, outDirTemplate: 'built' },
    vite: () => ({ build: { terserOptions: { mangle: false } } }),
  });
  return join(outDir, 'built');
}

async function printKinds(ours: Scene, nothing: Scene, document: Document): Promise<void> {
  const rounds: Map<string, number>[] = [];
  for (let round = 0; round < TRACES; round++) {
    const [own, other] = [await kindsIn(ours, document), await kindsIn(nothing, document)];
    rounds.push(new Map([...own].map(([kind, ms]) => [kind, ms - (other.get(kind) ?? 0)])));
  }
  console.log(
    `\n${document.name}: what the browser does in a fresh tab above an empty extension, by its trace (which slows it down): ms of thread time, medians of ${TRACES}\n`,
  );
  printHead(['work', 'ms']);
  for (const kind of [...KINDS.map(([each]) => each), REST]) {
    printRow([kind, median(rounds.map((each) => each.get(kind) ?? 0)).toFixed(1)]);
  }
  const all = (each: Map<string, number>): number => [...each.values()].reduce((a, b) => a + b, 0);
  printRow(['all', median(rounds.map(all)).toFixed(1)]);
}

async function kindsIn(scene: Scene, document: Document): Promise<Map<string, number>> {
  const events = await scene.inTab((tab) => traceLoad(tab, document, CATEGORIES));
  const sums = new Map<string, number>(
    [...KINDS.map(([kind]) => kind), REST].map((kind) => [kind, 0]),
  );
  for (const [name, ms] of selfTimes(events)) {
    const kind = KINDS.find(([, event]) => event.test(name))?.[0] ?? REST;
    sums.set(kind, (sums.get(kind) ?? 0) + ms);
  }
  return sums;
}

/** Thread time of each event of one thread without that of the events within it, in ms. */
function selfTimes(events: readonly TraceEvent[]): [name: string, ms: number][] {
  const pieces = events
    .filter(({ ph, tdur }) => ph === 'X' && tdur !== undefined)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const selfs: [string, number][] = [];
  const open: { end: number; self: [string, number] }[] = [];
  for (const { name, ts, dur = 0, tdur = 0 } of pieces) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
    const outer = open.at(-1);
    if (outer) outer.self[1] -= tdur / 1000;
    const self: [string, number] = [name, tdur / 1000];
    selfs.push(self);
    open.push({ end: ts + dur, self });
  }
  return selfs;
}

async function printFunctions(
  scene: Scene,
  document: Document,
  nameOf: (frame: Frame) => string,
): Promise<void> {
  const sums = new Map<string, number>();
  for (let round = 0; round < PROFILES; round++) {
    for (const [place, ms] of ownTimes(
      await scene.inTab((tab) => profile(tab, document)),
      nameOf,
    )) {
      sums.set(place, (sums.get(place) ?? 0) + ms / PROFILES);
    }
  }
  const all = [...sums].toSorted(([, a], [, b]) => b - a);
  const total = (of: typeof all): string => of.reduce((sum, [, ms]) => sum + ms, 0).toFixed(2);
  console.log(
    `\n${document.name}: self time of our functions and of what they call in the browser, by its CPU profiler: ms, means of ${PROFILES} fresh tabs; compiling a function counts as its caller's, and the file is a sixth larger by its names\n`,
  );
  printHead(['function', 'ms']);
  for (const [place, ms] of all.slice(0, FUNCTIONS)) printRow([place, ms.toFixed(2)]);
  printRow([`${Math.max(0, all.length - FUNCTIONS)} more`, total(all.slice(FUNCTIONS))]);
  printRow(['all', total(all)]);
}

async function profile({ session, load }: Tab, document: Document): Promise<Profile> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  // It goes on in the process of the page.
  await session.send('Profiler.start');
  await load(document);
  return (await session.send('Profiler.stop')).profile;
}

/** Self times in ms of functions in the extension's files, and of the browser's own that they call. */
function ownTimes(
  { nodes, samples = [], timeDeltas = [] }: Profile,
  nameOf: (frame: Frame) => string,
): [place: string, ms: number][] {
  const places = new Map<number, string>();
  /** @param caller of ours that is nearest */
  const visit = (id: number, caller: string): void => {
    const node = nodes.find((each) => each.id === id);
    if (!node) return;
    const { callFrame, children = [] } = node;
    const isOurs = callFrame.url.startsWith('chrome-extension://');
    if (isOurs) places.set(id, nameOf(callFrame));
    else if (caller && !callFrame.url) places.set(id, `${callFrame.functionName} (browser)`);
    for (const child of children) visit(child, isOurs ? callFrame.url : caller);
  };
  visit(nodes[0]?.id ?? 0, '');
  return samples.flatMap((id, at): [string, number][] => {
    const place = places.get(id);
    return place ? [[place, (timeDeltas[at + 1] ?? 0) / 1000]] : [];
  });
}

/** @returns tells what the profiler calls a function, or its first words where it has no name, and its file */
function namesIn(extension: string): (frame: Frame) => string {
  return ({ url, functionName, lineNumber, columnNumber }) => {
    const file = basename(url);
    if (functionName) return `${functionName} (${file})`;
    const line = readFileSync(join(extension, file), 'utf8').split('\n')[lineNumber] ?? '';
    const words = line.slice(columnNumber, columnNumber + 60).replaceAll(/[`|]/g, ' ');
    return `\`${words}\` (${file})`;
  };
}
