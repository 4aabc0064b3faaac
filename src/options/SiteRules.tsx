/** On which sites the product works: everywhere but on some, or on some alone; the rules, and a test for them. */
import { useState } from 'preact/hooks';
import type { MessageKey, Say } from '../locale/index.ts';
import {
  LOCAL_FILES,
  parseRule,
  SITE_MODES,
  type RuleProblem,
  type Settings,
  type SiteMode,
} from '../settings/index.ts';
import { Radios } from './Choices.tsx';
import { RuleField } from './RuleField.tsx';
import { Section } from './Section.tsx';
import { SiteTest } from './SiteTest.tsx';

export interface SiteRulesProps {
  settings: Settings;
  onMode: (mode: SiteMode) => void;
  /** Takes a rule in, or in the place of another one. */
  onRule: (rule: string, instead?: string) => void;
  onRemove: (rule: string) => void;
  say: Say;
}

export const SITE_MODE_LABELS: Record<SiteMode, MessageKey> = {
  except: 'siteModeExcept',
  only: 'siteModeOnly',
};

/** How a rule is called where local files are meant. */
export const ruleName = (rule: string, say: Say): string =>
  rule === LOCAL_FILES ? say('siteLocalFiles') : rule;

const PROBLEM_KEYS: Record<RuleProblem, MessageKey> = {
  empty: 'ruleEmpty',
  space: 'ruleSpace',
  scheme: 'ruleScheme',
  host: 'ruleHost',
  star: 'ruleStar',
  path: 'rulePath',
  query: 'ruleQuery',
  long: 'ruleLong',
};

/** @returns the rule, or what is wrong with it in words */
function readRule(
  typed: string,
  known: readonly string[],
  say: Say,
): { rule: string } | { problem: string } {
  const read = parseRule(typed);
  if ('error' in read) return { problem: say(PROBLEM_KEYS[read.error], typed.trim().slice(0, 60)) };
  return known.includes(read.rule)
    ? { problem: say('ruleKnown', ruleName(read.rule, say)) }
    : { rule: read.rule };
}

export function SiteRules({ settings, onMode, onRule, onRemove, say }: SiteRulesProps) {
  const isExcept = settings.siteMode === 'except';
  const [rules, others] = isExcept
    ? [settings.sitesOff, settings.sitesOn]
    : [settings.sitesOn, settings.sitesOff];
  return (
    <Section id="sites">
      <Radios
        id="sites"
        values={SITE_MODES}
        chosen={settings.siteMode}
        label={(mode) => say(SITE_MODE_LABELS[mode])}
        onChoose={onMode}
      />
      {rules.length === 0 ? (
        <p class="sites-none">{say(isExcept ? 'sitesNone' : 'sitesNoneOn')}</p>
      ) : (
        <ul class="sites">
          {rules.map((rule) => (
            <Rule key={rule} {...{ rule, rules, onRule, onRemove, say }} />
          ))}
        </ul>
      )}
      <RuleField
        id="site-entry"
        label={say(isExcept ? 'siteAddLabel' : 'siteAddLabelOn')}
        button={say('siteAdd')}
        help={say('siteAddHelp')}
        read={(typed) => readRule(typed, rules, say)}
        onRule={onRule}
      />
      {others.length > 0 && <p class="sites-none">{say('sitesOther', others.length)}</p>}
      <SiteTest settings={settings} say={say} />
    </Section>
  );
}

interface RuleProps extends Pick<SiteRulesProps, 'onRule' | 'onRemove' | 'say'> {
  rule: string;
  rules: readonly string[];
}

function Rule({ rule, rules, onRule, onRemove, say }: RuleProps) {
  const [isEdited, setEdited] = useState(false);
  const name = ruleName(rule, say);
  if (isEdited) {
    const others = rules.filter((each) => each !== rule);
    return (
      <li data-rule={rule}>
        <RuleField
          id={`edit-${rule}`}
          label={say('ruleEditLong', name)}
          button={say('ruleSave')}
          value={rule}
          read={(typed) => readRule(typed, others, say)}
          onRule={(next) => {
            setEdited(false);
            if (next !== rule) onRule(next, rule);
          }}
          onCancel={() => {
            setEdited(false);
          }}
          cancel={say('cancel')}
        />
      </li>
    );
  }
  return (
    <li data-rule={rule}>
      <span>{name}</span>
      <span class="sites-actions">
        <button
          type="button"
          class="link"
          aria-label={say('ruleEditLong', name)}
          onClick={() => {
            setEdited(true);
          }}
        >
          {say('ruleEdit')}
        </button>
        <button
          type="button"
          class="link"
          aria-label={say('ruleRemoveLong', name)}
          onClick={() => {
            document.getElementById('site-entry')?.focus();
            onRemove(rule);
          }}
        >
          {say('remove')}
        </button>
      </span>
    </li>
  );
}
