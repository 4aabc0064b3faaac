/**
 * The registry as it is stored; and where a part of it cannot be read, what the files in the database say about themselves, so that a
 * broken record loses no dataset. Only under the library's lock. Writes nothing.
 */
import { POINTER_KEY, readPointer } from './compiled-set.ts';
import type { PublishParts } from './publish.ts';
import {
  isWholeRegistry,
  readRegistry,
  REGISTRY_KEY,
  type LibraryEntry,
  type Registry,
} from './registry.ts';

type RecoverParts = Pick<PublishParts, 'area' | 'database' | 'compiler'>;

/** @returns the registry; entries that were lost stand at the end, without their checks, on if pages have them. @throws StorageError */
export async function recoveredRegistry(parts: RecoverParts): Promise<Registry> {
  const stored = await parts.area.get(REGISTRY_KEY);
  const known = readRegistry(stored);
  if (isWholeRegistry(stored)) return known;
  const datasets = readPointer(await parts.area.get(POINTER_KEY))?.datasets ?? [];
  const present = await parts.database.hashes();
  const lost = new Set([...datasets, ...present]);
  for (const { hash } of known) lost.delete(hash);
  const ids = new Set(known.map(({ id }) => id));
  const found: LibraryEntry[] = [];
  for (const hash of lost) {
    const entry = await entryOf(hash, datasets.includes(hash), parts);
    if (!entry || ids.has(entry.id)) continue;
    ids.add(entry.id);
    found.push(entry);
  }
  return [...known, ...found];
}

/**
 * Adds what an earlier version did not keep of the sources; nothing where a file is gone, or not taken any more.
 * @returns the same registry if nothing was missing. @throws StorageError
 */
export async function withSources(registry: Registry, parts: RecoverParts): Promise<Registry> {
  if (registry.every(({ sourcePrints }) => sourcePrints !== undefined)) return registry;
  const whole: LibraryEntry[] = [];
  for (const entry of registry) {
    const isMissing = entry.sourcePrints === undefined;
    const again = isMissing ? await entryOf(entry.hash, entry.isOn, parts) : undefined;
    const { sourceAddress, sourcePrints = '' } = again ?? {};
    const source = { ...(sourceAddress !== undefined && { sourceAddress }), sourcePrints };
    whole.push(isMissing ? { ...entry, ...source } : entry);
  }
  return whole;
}

/** @returns undefined for a file that is gone, or that this program does not take */
async function entryOf(
  hash: string,
  isOn: boolean,
  { database, compiler }: RecoverParts,
): Promise<LibraryEntry | undefined> {
  const bytes = await database.file(hash);
  const file = bytes && (await compiler.compile(bytes));
  if (!bytes || !file || 'refusal' in file) return undefined;
  return { ...file.about, hash, bytes: bytes.length, isOn };
}
