/**
 * What the worker does with a task: reads, checks and compiles a file, or joins datasets. Pure, so that it also runs without a worker.
 * Knows no database and no messages between threads.
 */
import {
  readDatasetFile,
  sourcePrints,
  type Dataset,
  type Linguistics,
  type TakenFile,
} from '../dataset/authoring.ts';
import type { Knowledge } from '../dataset/index.ts';
import type { Triggers } from '../detect/index.ts';
import { identitiesOf, type Identity } from './alike.ts';
import { compileAdded, TooMuchError } from './compile.ts';
import { MACHINE } from './machine.ts';
import { joinSet, type JoinedPart } from './join-set.ts';
import type { CompiledFile, NotCompiled, Report, Task } from './stored.ts';

/** What the program has of its own. */
export interface TaskParts {
  linguistics: Linguistics;
  /** Of the bundled dataset. */
  triggers: readonly Triggers[];
  knowledge: Knowledge;
  /** For dates that lie ahead. */
  today: Date;
}

type OnProgress = (progress: Report & { kind: 'progress' }) => void;

/** @returns the last report. Never throws */
export async function runTask(
  task: Task,
  parts: TaskParts,
  onProgress: OnProgress,
): Promise<Report> {
  try {
    if (task.kind === 'compile') {
      return { kind: 'compiled', file: await compileFile(task.bytes, parts, onProgress) };
    }
    const bundled = { triggers: parts.triggers, identities: identitiesOf(parts.knowledge) };
    return { kind: 'joined', set: await joinSet(bundled, task.added.map(joinedPart)) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

const joinedPart = ({
  judged,
  triggers,
  identities,
}: (Task & { kind: 'join' })['added'][number]): JoinedPart => ({
  judged,
  // `compileFile` wrote both.
  triggers: JSON.parse(triggers) as Triggers[],
  identities: JSON.parse(identities) as Identity[],
});

async function compileFile(
  bytes: Uint8Array,
  { linguistics, knowledge, today }: TaskParts,
  onProgress: OnProgress,
): Promise<CompiledFile | NotCompiled> {
  const takenIds = [knowledge.dataset.id];
  const read = await readDatasetFile(bytes, { linguistics, today, takenIds, ...MACHINE });
  if ('problems' in read) return read;
  const { dataset } = read;
  try {
    return compiledFile(read, linguistics, (done, total) => {
      const place = `entities[${done % dataset.entities.length}]`;
      onProgress({ kind: 'progress', done, total, place });
    });
  } catch (error) {
    if (!(error instanceof TooMuchError)) throw error;
    const { path, what } = error;
    const found = `more ${what} than pages can take`;
    const expected = what === 'names' ? 'fewer names' : 'fewer facts that name many entities';
    return { refusal: 'long', problems: [{ path, found, expected }], more: 0 };
  }
}

function compiledFile(
  { dataset, warnings, startsOff, signingKey }: TakenFile,
  linguistics: Linguistics,
  onProgress: (done: number, total: number) => void,
): CompiledFile {
  const added = compileAdded(dataset, linguistics, onProgress);
  return {
    about: {
      ...aboutOf(dataset, added.knowledge),
      ...(signingKey !== undefined && { signingKey }),
    },
    parts: {
      judged: added.judged,
      triggers: JSON.stringify(added.triggers),
      identities: JSON.stringify(added.identities),
      knowledge: JSON.stringify(added.knowledge),
      searchTerms: JSON.stringify(added.searchTerms),
    },
    contexts: added.contexts,
    ...{ warnings, startsOff },
    mainNames: dataset.entities.filter(({ tier }) => tier === 'main').map(({ name }) => name),
  };
}

function aboutOf({ made, source, entities, facts }: Dataset, knowledge: Knowledge) {
  const { address } = source.publication ?? {};
  return {
    ...knowledge.dataset,
    sourceKind: knowledge.source.kind,
    sourceDate: knowledge.source.date,
    ...(address && { sourceAddress: address.text }),
    sourcePrints: sourcePrints(source.paragraphs),
    made,
    entities: entities.length,
    facts: facts.length,
  };
}
