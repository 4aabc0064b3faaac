/** The language of a Firefox, without its language pack: the words of the browser itself stay English. Runs in the browser. */

/** What of the browser's own interface is needed here. */
declare const Services: {
  locale: { availableLocales: string[]; requestedLocales: string[] };
};

/** Extensions read the language when they start, so it is set before one is installed. */
export function setLanguage(lang: string): void {
  Services.locale.availableLocales = [lang, 'en-US'];
  Services.locale.requestedLocales = [lang];
}
