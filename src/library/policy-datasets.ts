/**
 * The datasets of an organisation's policy in the library: takes the texts, and lets go of those that the policy does not have any more. A
 * dataset that the reader had added before stays theirs when the policy goes. Each dataset is one whole change; an ending in between
 * leaves some of them, and the next start goes on.
 */
import type { Compiler } from './compiler.ts';
import type { LibraryDatabase } from './database.ts';
import { compiledBy, type Change } from './publish.ts';
import type { LibraryEntry, Registry } from './registry.ts';
import { sha256 } from './sha256.ts';

/** A text that is not taken. */
export interface RefusedText {
  /** Its place in the policy, from 0. */
  index: number;
  /** The first problem, with its place in the file; in English, as `dataset:check` prints it. */
  problem: string;
}

export interface PolicyDatasetsParts {
  compiler: Compiler;
  database: LibraryDatabase;
  program: string;
  registryNow: () => Promise<Registry>;
  /** As in library.ts. */
  change: (edit: (registry: Registry) => Promise<Change | undefined> | Change) => Promise<void>;
}

/** @returns the texts that are not taken @throws what `change` throws; then some may be taken already */
export async function takePolicyDatasets(
  texts: readonly string[],
  parts: PolicyDatasetsParts,
): Promise<RefusedText[]> {
  const refused: RefusedText[] = [];
  /** Ids of the datasets that the policy has, with the hashes of their files. */
  const wanted = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    const problem = await takeOne(text, wanted, parts);
    if (problem !== undefined) refused.push({ index, problem });
  }
  const isLeft = ({ id, hash }: LibraryEntry): boolean => wanted.get(id) === hash;
  const registry = await parts.registryNow();
  if (registry.some((entry) => entry.isByPolicy && !isLeft(entry))) {
    await parts.change((now) => ({
      registry: now.flatMap((entry) => withoutPolicy(entry, isLeft)),
    }));
  }
  return refused;
}

function withoutPolicy(
  entry: LibraryEntry,
  isLeft: (entry: LibraryEntry) => boolean,
): LibraryEntry[] {
  if (!entry.isByPolicy || isLeft(entry)) return [entry];
  const { isByPolicy: _, isReadersToo, ...own } = entry;
  return isReadersToo ? [own] : [];
}

/** @returns why it is not taken */
async function takeOne(
  text: string,
  wanted: Map<string, string>,
  { compiler, database, program, registryNow, change }: PolicyDatasetsParts,
): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  const hash = await sha256(bytes);
  const there = (await registryNow()).find((entry) => entry.hash === hash && entry.isByPolicy);
  if (there && !wanted.has(there.id) && (await database.compiled(hash))) {
    wanted.set(there.id, hash);
    return undefined;
  }
  const compiled = await compiler.compile(bytes);
  if ('refusal' in compiled) {
    const [first] = compiled.problems;
    return first ? `${first.path}: ${first.found}; expected ${first.expected}` : compiled.refusal;
  }
  const { about, parts, contexts } = compiled;
  if (wanted.has(about.id)) return `id: "${about.id}" again; expected each dataset once`;
  wanted.set(about.id, hash);
  await change((registry) => {
    const known = registry.find(({ id }) => id === about.id);
    const entry: LibraryEntry = {
      ...{ ...about, hash, bytes: bytes.length, isOn: true, isByPolicy: true },
      ...(known && (!known.isByPolicy || known.isReadersToo) && { isReadersToo: true }),
    };
    return {
      registry: known
        ? registry.map((each) => (each === known ? entry : each))
        : [...registry, entry],
      put: { hash, file: { bytes, compiled: compiledBy(program, parts), contexts } },
    };
  });
  return undefined;
}
