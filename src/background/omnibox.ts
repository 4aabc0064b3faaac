/**
 * The search in the browser's address bar, by keyword: suggestions while the reader types, and the card in a tab. Keeps only the
 * parsed dataset, because the browser may stop the background at any time.
 */
import type { Omnibox } from '../browser/interfaces.ts';
import type { EntityProfile } from '../dataset/index.ts';
import type { Say } from '../locale/index.ts';
import { writeCardAddress, type CardAddress } from '../messages/index.ts';
import { snippetOf, type Search, type SearchResult } from '../search/index.ts';

export interface OmniboxParts extends Omnibox {
  /** Search and entities; called at the first key press. */
  load: () => { search: Search; entities: readonly EntityProfile[] };
  say: Say;
}

/** How many suggestions browsers show. */
const SUGGESTIONS_MAX = 6;
/** Longest text beside the name, in UTF-16 code units. */
const LINE_MAX = 90;
/** Ends the suggestion that there is nothing: the browser leaves out one that is the typed text itself. */
const MORE = ' …';

export function startOmnibox(parts: OmniboxParts): void {
  /** Set by the first key press. */
  let loaded: ReturnType<OmniboxParts['load']> | undefined;
  const describe = parts.isOmniboxXml ? xmlDescription : plainDescription;
  const plain = (text: string): string => (parts.isOmniboxXml ? escapeXml(text) : text);
  // Once: with a new hint, Chromium drops the suggestions for what is being typed.
  parts.setOmniboxHint(plain(parts.say('omniboxHint')));

  parts.onOmniboxInput((text, suggest) => {
    const { search, entities } = (loaded ??= parts.load());
    const results = search(text).slice(0, SUGGESTIONS_MAX);
    if (results.length === 0 && text.trim() !== '') {
      const description = plain(parts.say('searchNothing', text.trim()));
      suggest([{ content: text.trim() + MORE, description }]);
      return;
    }
    suggest(
      results.flatMap((result) => {
        const entity = entities.find(({ id }) => id === result.entityId);
        return entity
          ? [{ content: contentOf(result), description: describe(entity, result) }]
          : [];
      }),
    );
  });
  parts.onOmniboxChosen((text, disposition) => {
    void parts.openPopupPage(writeCardAddress(addressOf(text, parts, loaded)), disposition);
  });
}

/** The text in the address bar: the ids of entity and statement, which no reader types. */
function contentOf({ entityId, matched: { statement } }: SearchResult): string {
  return [entityId, ...(statement?.factId === undefined ? [] : [statement.factId])].join(' / ');
}

/** The card for a suggestion or for the first result of the typed text; otherwise the search with that text. */
function addressOf(
  text: string,
  { load }: OmniboxParts,
  loaded: ReturnType<OmniboxParts['load']> | undefined,
): CardAddress {
  const { search, entities } = loaded ?? load();
  const [entity = '', fact] = text.split(' / ');
  if (entities.some(({ id }) => id === entity)) return { entity, ...(fact && { fact }) };
  const query = (text.endsWith(MORE) ? text.slice(0, -MORE.length) : text).trim();
  const [first] = search(query);
  if (!first) return query === '' ? {} : { query };
  const { entityId, matched } = first;
  const { factId } = matched.statement ?? {};
  return { entity: entityId, ...(factId !== undefined && { fact: factId }) };
}

function plainDescription(entity: EntityProfile, { matched }: SearchResult): string {
  const { text } = matched.field === 'name' ? entity.role : snippetOf(matched, LINE_MAX);
  return `${entity.name} – ${text}`;
}

/** In Chromium's elements: `match` for the found words, `dim` for the explanation. */
function xmlDescription(entity: EntityProfile, { matched }: SearchResult): string {
  if (matched.field === 'name') {
    const isOwn = matched.text === entity.name;
    const name = isOwn ? markedXml(matched) : escapeXml(entity.name);
    return `${name} <dim>– ${escapeXml(entity.role.text)}</dim>`;
  }
  return `${escapeXml(entity.name)} <dim>– ${markedXml(snippetOf(matched, LINE_MAX))}</dim>`;
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
