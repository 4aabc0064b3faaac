/** The dates that a page gives for itself, as texts from its head and body. Does not interpret them. */

export interface PageDateTexts {
  /** The text of every JSON-LD block. */
  jsonLd: string[];
  published?: string;
  time?: string;
}

export function pageDateTexts(): PageDateTexts {
  const published = document.querySelector('meta[property="article:published_time"]');
  const time = document.querySelector(
    'article time[datetime], main time[datetime], time[datetime]',
  );
  const publishedAt = published?.getAttribute('content');
  const timeAt = time?.getAttribute('datetime');
  return {
    jsonLd: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      ({ textContent }) => textContent,
    ),
    ...(publishedAt ? { published: publishedAt } : {}),
    ...(timeAt ? { time: timeAt } : {}),
  };
}
