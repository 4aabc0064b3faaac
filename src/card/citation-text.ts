/**
 * A fact as text to take along: with who said it, when, and the paragraph of the source. The source is known
 * by date and fingerprint only, so no publisher, title or author of it is ever named. Of an added dataset it names title and maker,
 * since nobody but them answers for it. Pure.
 */
import type { EntityContext, Fact } from '../dataset/index.ts';
import { sayCount, sayDate, sayKind, sayList, type Wording } from '../locale/index.ts';
import { sayAttribution } from './attribution.ts';

export const CITATION_FORMATS = ['text', 'markdown'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What a copied text is: a citation in one of its formats, or the note with which to report an error. */
export type CopyFormat = CitationFormat | 'report';

type Source = EntityContext['source'];
type Dataset = EntityContext['dataset'];

/** Where a fact is from. */
export interface FactOrigin {
  source: Source;
  /** The dataset, where a reader added it. */
  added?: Dataset | undefined;
}

/** @returns one paragraph */
export function citationOf(
  fact: Fact,
  { source, added }: FactOrigin,
  format: CitationFormat,
  wording: Wording,
): string {
  const claim = claimOf(fact, wording);
  const reference = [referenceOf(fact, source, wording), ...addedOf(added, wording)].join(' ');
  return format === 'text' ? `${claim} ${reference}` : `${escaped(claim)} *${escaped(reference)}*`;
}

/** @returns what somebody needs who looks into an error: which fact, of which dataset in which version */
export function errorReportOf(
  fact: Fact,
  { dataset, added }: { dataset: Dataset } & Pick<FactOrigin, 'added'>,
  wording: Wording,
): string {
  // Among all datasets a fact has its dataset in its id.
  const id = fact.id.replace(`${dataset.id}/`, '');
  const report = wording.say('errorReport', id, dataset.id, dataset.version);
  return [...addedOf(added, wording), report].join(' ');
}

/** Who answers for an added dataset. */
const addedOf = (added: Dataset | undefined, { say }: Wording): string[] =>
  added ? [say('fromAddedDataset', added.title, added.maker)] : [];

/** The statement, who it comes from, and the day that it speaks of. */
function claimOf(fact: Fact, wording: Wording): string {
  const date = sayDate(fact.date, 'long', wording);
  return `${fact.statement} (${wording.say('claimBy', sayAttribution(fact, wording.say), date)})`;
}

function referenceOf(fact: Fact, source: Source, wording: Wording): string {
  const { say } = wording;
  const date = sayDate(source.date, 'long', wording);
  const key = source.date.inferred ? 'citedReportInferred' : 'citedReport';
  return `${say(key, sayKind(source.kind, say), date, placeOf(fact, source, wording))} ${say('restated')}`;
}

function placeOf({ citations }: Fact, { paragraphs }: Source, { say }: Wording): string {
  const list = sayList(say, citations);
  return sayCount(say, 'citedParagraph', citations.length, list, paragraphs);
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
