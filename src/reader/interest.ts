/**
 * What is looked for in a page: the entities that are switched on, without what the reader has left out. Knows settings and
 * detection, no page but its language and site.
 */
import { createDetector, type DetectorParts, type Mention } from '../detect/index.ts';
import { pageLanguage, type Finder } from '../page/index.ts';
import { isEntityOn, isLeftOut, type Settings } from '../settings/index.ts';

export interface Interest {
  finder: Finder<Mention>;
  /** Takes the settings anew. @returns whether something else is looked for now */
  refresh(): boolean;
}

export interface InterestParts {
  /** All entities and languages; which entities are looked for is a setting. */
  detection: DetectorParts;
  settings: () => Settings;
  /** As `siteOf` names it. */
  site: string;
}

export function createInterest({ detection, settings, site }: InterestParts): Interest {
  const newDetector = () => createDetector(detection, (entity) => isEntityOn(settings(), entity));
  /** What of the settings decides which mentions there are. */
  const choice = (): string => {
    const on = detection.catalogue.map((entity) => isEntityOn(settings(), entity));
    return JSON.stringify([on, settings().notThis]);
  };
  /** Both are owned by `refresh`. */
  let lookedFor = choice();
  let detector = newDetector();

  return {
    finder: {
      createScanner: () => detector.createScanner(),
      startPage() {
        const page = detector.startPage({ lang: pageLanguage() });
        return {
          find: (text) =>
            page
              .detect(text)
              .filter(({ entity, surface }) => !isLeftOut(settings(), { site, entity, surface }))
              .map((mention) => ({ start: mention.start, end: mention.end, label: mention })),
          revision: () => page.revision(),
          restart() {
            page.restart();
          },
        };
      },
    },
    refresh() {
      const next = choice();
      if (next === lookedFor) return false;
      lookedFor = next;
      detector = newDetector();
      return true;
    },
  };
}
