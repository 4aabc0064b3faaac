/**
 * The words in which a state is drawn: those of a catalogue of the product, or longer and accented ones that show what a translation
 * may do. Runs in the page; strings come from the catalogues' files instead of the browser.
 */
import {
  substituted,
  wordingLocale,
  type MessageKey,
  type Say,
  type Wording,
} from '../../src/locale/index.ts';
import { pseudoOf } from './pseudo.ts';

type Catalogue = Partial<Record<MessageKey, { message: string }>>;

const CATALOGUES = import.meta.glob<Catalogue | undefined>(
  '../../assets/public/_locales/*/messages.json',
  {
    eager: true,
    import: 'default',
  },
);

/** @throws Error where there is no such catalogue */
function messagesIn(words: string): (key: MessageKey) => string {
  const catalogue =
    CATALOGUES[`../../assets/public/_locales/${words === 'pseudo' ? 'en' : words}/messages.json`];
  if (!catalogue) throw new Error(`There is no catalogue ${words}.`);
  const read = (key: MessageKey): string => catalogue[key]?.message ?? '';
  if (words !== 'pseudo') return read;
  // Dates and plural forms stay English.
  return (key) => (key === 'catalogueLanguage' ? read(key) : pseudoOf(read(key)));
}

/** @param words language of a catalogue, or `pseudo` */
export function wordingIn(words: string): Wording {
  const messageOf = messagesIn(words);
  const say: Say = (key, ...values) => {
    const texts = values.length > 0 ? substituted(values, locale()) : [];
    return messageOf(key).replace(/\$(\d)/g, (_, at: string) => texts[Number(at) - 1] ?? '');
  };
  const locale = (): string => wordingLocale(say, 'en-GB');
  return { say, locale: locale() };
}
