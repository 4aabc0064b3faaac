/**
 * The search in the browser's address bar, by keyword: suggestions while the reader types, and the card in a tab. Keeps nothing,
 * because the browser may stop the background at any time.
 */
import type { Omnibox, Suggestion } from '../browser/interfaces.ts';
import type { EntityProfile } from '../dataset/index.ts';
import type { AllDatasets } from '../library/index.ts';
import type { Say } from '../locale/index.ts';
import { writeCardAddress, type CardAddress } from '../messages/index.ts';
import { snippetOf, type Search, type SearchResult } from '../search/index.ts';

/** All datasets that are on, and the search over them. */
export interface Searchable {
  all: AllDatasets;
  search: Search;
}

export interface OmniboxParts extends Omnibox {
  /** Called at each key press: a dataset may have been added since the last one. */
  load: () => Promise<Searchable>;
  say: Say;
}

/** How many suggestions browsers show. */
const SUGGESTIONS_MAX = 6;
/** Longest text beside the name, in UTF-16 code units. */
const LINE_MAX = 90;
/** Ends the suggestion that there is nothing: the browser leaves out one that is the typed text itself. */
const MORE = ' …';

export function startOmnibox(parts: OmniboxParts): void {
  const plain = (text: string): string => (parts.isOmniboxXml ? escapeXml(text) : text);
  /** Counts key presses: an answer to an earlier one would replace that to a later one. */
  let presses = 0;
  // Once: with a new hint, Chromium drops the suggestions for what is being typed.
  parts.setOmniboxHint(plain(parts.say('omniboxHint')));

  parts.onOmniboxInput((text, suggest) => {
    const press = ++presses;
    void parts.load().then((known) => {
      if (press === presses) suggest(suggestionsFor(text, known, parts));
    });
  });
  parts.onOmniboxChosen((text, disposition) => {
    void parts
      .load()
      .then((known) => parts.openPopupPage(writeCardAddress(addressOf(text, known)), disposition));
  });
}

function suggestionsFor(
  text: string,
  { all, search }: Searchable,
  { isOmniboxXml, say }: OmniboxParts,
): Suggestion[] {
  const typed = text.trim();
  const results = search(text).slice(0, SUGGESTIONS_MAX);
  if (results.length === 0 && typed !== '') {
    const nothing = say(all.added.length > 0 ? 'searchNothingAnywhere' : 'searchNothing', typed);
    return [{ content: typed + MORE, description: isOmniboxXml ? escapeXml(nothing) : nothing }];
  }
  const describe = isOmniboxXml ? xmlDescription : plainDescription;
  return results.flatMap((result) => {
    const entity = all.entityOf(result.entityId);
    const { dataset, isBundled } = all.speakerOf(result.entityId);
    const title = isBundled ? '' : dataset.title;
    return entity
      ? [{ content: contentOf(result), description: describe(entity, result, title) }]
      : [];
  });
}

/** The text in the address bar: the ids of entity and statement, which no reader types. */
function contentOf({ entityId, matched: { statement } }: SearchResult): string {
  return [entityId, ...(statement?.factId === undefined ? [] : [statement.factId])].join(' / ');
}

/** The card for a suggestion or for the first result of the typed text; otherwise the search with that text. */
function addressOf(text: string, { all, search }: Searchable): CardAddress {
  const [entity = '', fact] = text.split(' / ');
  if (all.entityOf(entity)) return { entity, ...(fact && { fact }) };
  const query = (text.endsWith(MORE) ? text.slice(0, -MORE.length) : text).trim();
  const [first] = search(query);
  if (!first) return query === '' ? {} : { query };
  const { entityId, matched } = first;
  const { factId } = matched.statement ?? {};
  return { entity: entityId, ...(factId !== undefined && { fact: factId }) };
}

/** @param title of the added dataset that speaks; empty for the bundled one */
function plainDescription(entity: EntityProfile, { matched }: SearchResult, title: string): string {
  const { text } = matched.field === 'name' ? entity.role : snippetOf(matched, LINE_MAX);
  return [`${entity.name} – ${text}`, ...(title === '' ? [] : [title])].join(' · ');
}

/** In Chromium's elements: `match` for the found words, `dim` for the explanation. */
function xmlDescription(entity: EntityProfile, { matched }: SearchResult, title: string): string {
  const [name, line] = [escapeXml(entity.name), escapeXml(entity.role.text)];
  const from = title === '' ? '' : ` <dim>· ${escapeXml(title)}</dim>`;
  if (matched.field === 'name') {
    const isOwn = matched.text === entity.name;
    return `${isOwn ? markedXml(matched) : name} <dim>– ${line}</dim>${from}`;
  }
  return `${name} <dim>– ${markedXml(snippetOf(matched, LINE_MAX))}</dim>${from}`;
}

function markedXml({ text, ranges }: ReturnType<typeof snippetOf>): string {
  let from = 0;
  let xml = '';
  for (const [start, end] of ranges) {
    xml += `${escapeXml(text.slice(from, start))}<match>${escapeXml(text.slice(start, end))}</match>`;
    from = end;
  }
  return xml + escapeXml(text.slice(from));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Also removes control characters, which XML cannot contain. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
