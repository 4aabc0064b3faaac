/** In which language a card says that its words are: those of the dataset are in the dataset's own, whatever the report's is. */
import { h, type ComponentChildren, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { CardHead } from '../../../src/card/CardHead.tsx';
import { FactLine } from '../../../src/card/FactLine.tsx';
import { Positions } from '../../../src/card/Positions.tsx';
import { RelatedEntities } from '../../../src/card/RelatedEntities.tsx';
import { Summary } from '../../../src/card/Summary.tsx';
import { Timeline } from '../../../src/card/Timeline.tsx';
import { sayReportLanguage } from '../../../src/locale/index.ts';
import { loadDataset, loadLinguistics } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset } from '../../../src/dataset/authoring.ts';
import { contextOf, type EntityContext } from '../../../src/dataset/index.ts';
import { ENGLISH } from './made-up.ts';

/** The bundled dataset, as if its words were Ukrainian ones about an English report. */
const { knowledge } = compileDataset(loadDataset(), loadLinguistics());
knowledge.dataset.language = 'uk';
knowledge.source.language = 'en';

function contextAbout(id: string): EntityContext {
  const context = contextOf(knowledge, id);
  if (!context) throw new Error(`nothing about ${id}`);
  return context;
}

const context = contextAbout('antony-blinken');
const { entity, source, dataset, facts, positions, timeline, related } = context;
const line = { source, dataset, ...ENGLISH };

/** The languages that the elements of a view name. Its components have no state, so that they can be called. */
function languagesIn(view: ComponentChildren): string[] {
  if (Array.isArray(view)) return view.flatMap(languagesIn);
  if (typeof view !== 'object' || view === null) return [];
  const { type, props } = view as VNode<{ lang?: string }>;
  if (typeof type === 'function') {
    const draw = type as (given: object) => ComponentChildren;
    return languagesIn(draw(props));
  }
  const own = props.lang === undefined ? [] : [props.lang];
  return [...own, ...languagesIn(props.children)];
}

const untold = timeline.map((event) => ({ ...event, facts: [] }));

describe('the words of a dataset are marked with its own language', () => {
  test.each<[string, ComponentChildren]>([
    ['name and role', h(CardHead, { entity, today: new Date(2026, 10, 30), ...line })],
    ['summary', h(Summary, { entity, dataset, say: ENGLISH.say })],
    ['statement', facts.slice(0, 1).map((fact) => h(FactLine, { fact, ...line }))],
    [
      'stances and their holders',
      positions.map((group) => h(Positions, { group, own: entity.id, ...line })),
    ],
    ['events that no fact of the card tells', h(Timeline, { events: untold, ...line })],
    ['other entities', h(RelatedEntities, { related, lang: dataset.language, say: ENGLISH.say })],
  ])('%s', (_, view) => {
    const languages = languagesIn(view);
    expect(languages.length).toBeGreaterThan(0);
    expect(new Set(languages)).toEqual(new Set(['uk']));
  });
});

test('the language of the report is that of the source', () => {
  const words = { ...ENGLISH, locale: 'uk' };
  expect(sayReportLanguage(source.language, words)).toContain('англійська');
  expect(sayReportLanguage(source.language, ENGLISH)).toBe('');
});
