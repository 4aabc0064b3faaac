/** What a page says of its own date, as it stands in its head and text. Reads the document, judges nothing. */

export interface PageDateTexts {
  /** Texts of all JSON-LD blocks. */
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
