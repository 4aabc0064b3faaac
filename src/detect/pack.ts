/**
 * Writes compiled detection data in the form that pages carry: what all entities share, what each dataset has of its own, and the
 * tables with which all of them are scanned. No page runs this code.
 */
import type { EndingRule, Linguistics } from '../dataset/index.ts';
import type { CompiledDetection, TriggeredEntity } from './compile.ts';
import {
  byName,
  type Catalogued,
  type CompiledConceptRule,
  type CompiledEnding,
  type CompiledLinguistics,
  type JudgedEntity,
  type JudgeRules,
  type PackedConceptRule,
  type PackedDetector,
  type SmallWords,
} from './compiled.ts';
import { GRAMMAR_PARTS, ORDERS, packLists, RULE_PARTS } from './concept-pack.ts';
import { compileQuickLook } from './quick-look.ts';
import { compileScanner, type Triggers } from './scanner-tables.ts';
import { createScanners } from './scanner.ts';
import { besideNames } from './words-beside-names.ts';

/** The parts of a detector, in the form that pages carry. */
export function packDetector({ entities, linguistics }: CompiledDetection): PackedDetector {
  const { catalogue, judged, triggers } = packEntities(entities);
  const rules: JudgeRules = {
    entities: judged,
    linguistics: {
      ...linguistics,
      languages: withoutDefaults(linguistics.languages),
      besideNames: besideNames(Object.values(linguistics.languages)),
    },
    smallWords: smallWordsOf(linguistics.languages),
  };
  const { tables, quickLook } = packTriggers(triggers);
  return {
    ...{ catalogue, tables, quickLook },
    scanners: () => createScanners(tables),
    rules: () => rules,
  };
}

/** What depends on a dataset's entities alone. All three lists have the same order. */
export interface PackedEntities {
  catalogue: Catalogued[];
  judged: JudgedEntity[];
  /** For `packTriggers`. */
  triggers: Triggers[];
}

export function packEntities(entities: readonly TriggeredEntity[]): PackedEntities {
  return {
    catalogue: entities.map(({ id, tier, concepts }) => ({
      ...{ id, tier },
      ...(concepts ? { isConcept: true } : {}),
    })),
    judged: entities.map(({ triggers, concepts, ...entity }) => ({
      ...entity,
      ...(concepts ? { concepts: packRules(concepts) } : {}),
    })),
    triggers: entities.map(({ triggers }) => triggers),
  };
}

/** The quick look and the scanner's tables for entities of one dataset, or of several. */
export const packTriggers = (
  triggers: readonly Triggers[],
): Pick<PackedDetector, 'tables' | 'quickLook'> => ({
  tables: compileScanner(triggers),
  quickLook: compileQuickLook(triggers),
});

function packRules(rules: readonly CompiledConceptRule[]): PackedConceptRule[] {
  const packed = packLists(RULE_PARTS, rules);
  return rules.map(({ lang, objects = '', actions = '' }, at) => ({
    ...{ lang, objects, actions },
    more: packed[at] ?? '',
  }));
}

function smallWordsOf(languages: Linguistics['languages']): SmallWords {
  const codes = new Map<string, string[]>();
  for (const [code, { words }] of Object.entries(languages)) {
    for (const word of words.split(' ').filter(Boolean)) {
      codes.set(word, [...(codes.get(word) ?? []), code]);
    }
  }
  return Object.fromEntries([...codes].map(([word, list]) => [word, list.join(' ')]));
}

/** Lists that each language keeps to itself. */
const LANGUAGE_LISTS = ['prefixes', 'abbreviations', 'honorifics', 'and'] as const;
/** Leaves out empty lists, and the lists that all languages share in one table. */
function withoutDefaults(languages: Linguistics['languages']): CompiledLinguistics['languages'] {
  const grammars = packLists(
    GRAMMAR_PARTS,
    Object.values(languages).map(({ grammar = {} }) => grammar),
  );
  return Object.fromEntries(
    Object.entries(languages).map(
      ([code, { scripts, endings, grammar, capitalNouns, ...lists }], at) => [
        code,
        {
          scripts,
          ...byName(
            LANGUAGE_LISTS.map((part) => [part, lists[part]] as const).filter(
              ([, list]) => list !== '',
            ),
          ),
          ...(endings.length > 0 ? { endings: endings.map(compileEnding) } : {}),
          ...(capitalNouns ? { capitalNouns } : {}),
          ...(grammar
            ? {
                grammar: grammars[at] ?? '',
                order: ORDERS.filter((order) => grammar[order]).join(' '),
              }
            : {}),
        },
      ],
    ),
  );
}

const compileEnding = ({ after, add, cut, strict }: EndingRule): CompiledEnding => ({
  ...{ after, add },
  ...(cut > 0 ? { cut } : {}),
  ...(strict ? { strict } : {}),
});
