/**
 * Finds the mentions that the settings ask for: of entities that are switched on, and not dismissed by the reader. Knows
 * settings and detection, and of the page only its language, title and site.
 */
import type { Mention } from '../detect/index.ts';
import { pageLanguage, pageTitle, type Finder } from '../page/index.ts';
import { isEntityOn, isDismissed, type Settings } from '../settings/index.ts';
import type { Detection } from './detection.ts';

export interface EntityFinder {
  finder: Finder<Mention>;
  /** Reads the settings again. @returns whether the wanted mentions changed */
  refresh(): boolean;
}

export interface EntityFinderParts {
  /** Of all entities; the settings choose among them. */
  detection: Detection;
  settings: () => Settings;
  /** The site, as `siteOf` returns it. */
  site: string;
}

export function createEntityFinder({ detection, settings, site }: EntityFinderParts): EntityFinder {
  const newDetector = () => detection.createDetector((entity) => isEntityOn(settings(), entity));
  /** The part of the settings that decides which mentions there are. */
  const choice = (): string => {
    const on = detection.entities.map((entity) => isEntityOn(settings(), entity));
    return JSON.stringify([on, settings().dismissedMentions]);
  };
  const entities = new Map(detection.entities.map((entity) => [entity.id, entity]));
  const isWanted = ({ entity: id, surface }: Mention): boolean =>
    !isDismissed(settings(), { site, surface, entity: entities.get(id) ?? { id } });
  /** Both are owned by `refresh`. */
  let chosen = choice();
  let detector = newDetector();

  return {
    finder: {
      createScanner: () => detector.createScanner(),
      startPage() {
        const page = detector.startPage({ lang: pageLanguage(), text: pageTitle() });
        return {
          find: (text) =>
            page
              .detect(text)
              .filter(isWanted)
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
      if (next === chosen) return false;
      chosen = next;
      detector = newDetector();
      return true;
    },
  };
}
