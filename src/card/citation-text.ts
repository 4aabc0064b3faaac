/**
 * A fact as text to take along: with who said it, when, and the paragraph of the source. The source is known
 * by date and fingerprint only, so no publisher, title or author is ever named. Pure.
 */
import { firstDayOf, lastDayOf, type EntityContext, type Fact } from '../dataset/index.ts';
import { sayDate, type Wording } from '../locale/index.ts';
import { sayAttribution } from './attribution.ts';

export const CITATION_FORMATS = ['text', 'markdown', 'csl-json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What a copied text is: a citation in one of its formats, or the note with which to report an error. */
export type CopyFormat = CitationFormat | 'report';

type Source = EntityContext['source'];

/** Digits of the fingerprint that tell the facts of two sources apart. */
const ID_DIGITS = 8;

/** @returns one paragraph of text or Markdown; for `csl-json` an array with one item, as CSL 1.0.2 has it */
export function citationOf(
  fact: Fact,
  source: Source,
  format: CitationFormat,
  wording: Wording,
): string {
  switch (format) {
    case 'text':
      return `${claimOf(fact, wording)} ${referenceOf(fact, source, wording)}`;
    case 'markdown':
      return `${escaped(claimOf(fact, wording))} *${escaped(referenceOf(fact, source, wording))}*`;
    case 'csl-json':
      return JSON.stringify([cslOf(fact, source, wording)], null, 2);
  }
}

/** @returns what somebody needs who looks into an error: which fact, of which dataset in which version */
export function errorReportOf(
  fact: Fact,
  dataset: EntityContext['dataset'],
  { say }: Wording,
): string {
  return say('errorReport', fact.id, dataset.id, dataset.version);
}

/** The statement, who it comes from, and the day that it speaks of. */
function claimOf(fact: Fact, wording: Wording): string {
  const date = sayDate(fact.date, 'long', wording);
  return `${fact.statement} (${wording.say('claimBy', sayAttribution(fact, wording.say), date)})`;
}

function referenceOf(fact: Fact, source: Source, wording: Wording): string {
  const { say } = wording;
  const date = sayDate(source.date, 'long', wording);
  const key = source.date.inferred ? 'citedReportInferred' : 'citedReport';
  return `${say(key, date, placeOf(fact, source, wording))} ${say('restated')}`;
}

function placeOf({ citations }: Fact, { paragraphs }: Source, { say }: Wording): string {
  const key = citations.length === 1 ? 'citedParagraphOne' : 'citedParagraphOther';
  return say(key, citations.join(', '), paragraphs);
}

function cslOf(fact: Fact, source: Source, wording: Wording): Record<string, unknown> {
  return {
    id: `${fact.id}-${source.sha256.slice(0, ID_DIGITS)}`,
    type: 'article-newspaper',
    issued: {
      'date-parts': datePartsOf(source),
      ...(source.date.inferred ? { circa: true } : {}),
    },
    annote: claimOf(fact, wording),
    note: `${referenceOf(fact, source, wording)} SHA-256: ${source.sha256}`,
  };
}

/** A week is a range of days; years and months are as short as they are known. */
function datePartsOf({ date }: Source): number[][] {
  const days = date.value.includes('W') ? [firstDayOf(date), lastDayOf(date)] : [firstDayOf(date)];
  const known = date.value.includes('W') ? 3 : date.value.split('-').length;
  return days.map(({ year, month, day }) => [year, month, day].slice(0, known));
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
