/**
 * Compiles one added dataset into everything that pages and views need, under the ids that it has among all datasets. Pure, and linear in
 * what the dataset holds. Validates nothing, and knows neither the database nor other datasets.
 */
import { compileDataset, type Dataset, type Linguistics } from '../dataset/authoring.ts';
import { createContexts, type Knowledge, type SearchTerms } from '../dataset/index.ts';
import { compileEntities, packEntities, packTriggers, type Triggers } from '../detect/index.ts';
import { identitiesOf, type Identity } from './alike.ts';
import type { JudgedDataset } from './compiled-set.ts';
import { withKeys } from './keyed.ts';
import { packContext } from './packed-context.ts';

/** A dataset as it is stored. All ids of entities, facts and events are keys. */
export interface AddedDataset {
  judged: JudgedDataset;
  /** For the scanner of all datasets together. */
  triggers: Triggers[];
  /** Who is meant, for comparison with other datasets. In the order of the dataset. */
  identities: Identity[];
  knowledge: Knowledge;
  searchTerms: SearchTerms;
  /** By entity; `readContext` reads them. */
  contexts: [key: string, packed: string][];
}

/** What a dataset's cards may hold altogether, in UTF-16 code units; 500 entities with ten facts each hold a sixth of it. */
const CONTEXTS_MAX = 32_000_000;
/** Length of the scanner's tables as JSON, which pages read; those of 500 entities with six names each are a tenth of it. */
const SCANNER_MAX = 1_000_000;

/** The dataset is valid, and holds more than pages can take. */
export class TooMuchError extends Error {
  override name = 'TooMuchError';
  /** As one writes it in code: `entities[3]`. */
  readonly path: string;
  readonly what: 'names' | 'facts';

  constructor(path: string, what: 'names' | 'facts') {
    super(`${path}: more ${what} than pages can take.`);
    this.path = path;
    this.what = what;
  }
}

/**
 * @param dataset must be valid: `parseDataset` checks that every id leads somewhere
 * @param onProgress called before each entity, which comes twice: for detection, and for its card
 * @throws TooMuchError
 */
export function compileAdded(
  dataset: Dataset,
  linguistics: Linguistics,
  onProgress: (done: number, total: number) => void = () => undefined,
): AddedDataset {
  const { detection, knowledge, searchTerms } = compileDataset(withKeys(dataset), linguistics);
  const { length } = knowledge.entities;
  const { catalogue, judged, triggers } = packEntities(
    compileEntities(detection, (at) => {
      onProgress(at, 2 * length);
    }),
  );
  const scanner = JSON.stringify(packTriggers(triggers).tables);
  if (scanner.length > SCANNER_MAX) throw new TooMuchError('entities', 'names');
  const contexts = contextsOf(knowledge, (at) => {
    onProgress(length + at, 2 * length);
  });
  return {
    judged: {
      dataset: dataset.id,
      scanner,
      catalogue: JSON.stringify(catalogue),
      entities: JSON.stringify(judged),
    },
    identities: identitiesOf(knowledge),
    ...{ triggers, knowledge, searchTerms, contexts },
  };
}

function contextsOf(
  knowledge: Knowledge,
  onEntity: (at: number) => void,
): AddedDataset['contexts'] {
  const contextOf = createContexts(knowledge);
  let length = 0;
  return knowledge.entities.flatMap(({ id }, at) => {
    onEntity(at);
    const context = contextOf(id);
    const packed = context ? packContext(context) : '';
    length += packed.length;
    if (length > CONTEXTS_MAX) throw new TooMuchError(`entities[${at}]`, 'facts');
    return context ? [[id, packed] as [string, string]] : [];
  });
}
