/** On which sites the product works: everywhere except on some, or on some alone; the rules, and a test for them. */
import { useState } from 'preact/hooks';
import type { MessageKey, Say } from '../locale/index.ts';
import { sayCover } from '../locale/settings-words.ts';
import { parseRule, SITE_MODES, type RuleProblem } from '../settings/index.ts';
import { coverOf } from '../settings/rule-cover.ts';
import { Radios } from './controls.tsx';
import { RuleField, type ReadEntry } from './RuleField.tsx';
import { ruleName, RuleText } from './RuleText.tsx';
import { SiteTest } from './SiteTest.tsx';
import type { ControlProps, OptionsActions } from './state.ts';

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

/** Reads what was typed. @param known rules that are in the list already */
function readRule(typed: string, known: readonly string[], say: Say): ReadEntry {
  const read = parseRule(typed);
  if ('error' in read) return { problem: say(PROBLEM_KEYS[read.error], typed.trim().slice(0, 60)) };
  return known.includes(read.rule)
    ? { problem: say('ruleKnown', ruleName(read.rule, say)) }
    : { rule: read.rule, note: sayCover(coverOf(read.rule), say) };
}

export function SiteRules({ id, state, actions, say }: ControlProps) {
  const { settings } = state;
  const isExcept = settings.siteMode === 'except';
  const [rules, others] = isExcept
    ? [settings.sitesOff, settings.sitesOn]
    : [settings.sitesOn, settings.sitesOff];
  return (
    <>
      <Radios
        id={id}
        values={SITE_MODES}
        chosen={settings.siteMode}
        label={(mode) => say(mode === 'except' ? 'siteModeExcept' : 'siteModeOnly')}
        onChoose={(mode) => {
          actions.set('siteMode', mode);
        }}
      />
      {rules.length === 0 ? (
        <p class="sites-none">{say(isExcept ? 'sitesNone' : 'sitesNoneOn')}</p>
      ) : (
        <ul class="sites">
          {rules.map((rule) => (
            <Rule key={rule} {...{ rule, rules, actions, say }} />
          ))}
        </ul>
      )}
      <RuleField
        id="site-entry"
        label={say(isExcept ? 'siteAddLabel' : 'siteAddLabelOn')}
        button={say('siteAdd')}
        help={say('siteAddHelp')}
        read={(typed) => readRule(typed, rules, say)}
        onRule={actions.takeRule}
      />
      {others.length > 0 && <p class="sites-none">{say('sitesOther', others.length)}</p>}
      <SiteTest settings={settings} say={say} />
    </>
  );
}

interface RuleProps {
  rule: string;
  rules: readonly string[];
  actions: OptionsActions;
  say: Say;
}

function Rule({ rule, rules, actions, say }: RuleProps) {
  const [isEdited, setEdited] = useState(false);
  const name = ruleName(rule, say);
  const leave = () => {
    setEdited(false);
  };
  return (
    <li data-rule={rule}>
      {isEdited ? (
        <RuleField
          id={`edit-${rule}`}
          label={say('ruleEditLong', name)}
          button={say('ruleSave')}
          value={rule}
          read={(typed) =>
            readRule(
              typed,
              rules.filter((each) => each !== rule),
              say,
            )
          }
          onRule={(next) => {
            leave();
            if (next !== rule) actions.takeRule(next, rule);
          }}
          onCancel={leave}
          cancel={say('cancel')}
        />
      ) : (
        <>
          <RuleText rule={rule} say={say} />
          <RuleButtons
            name={name}
            onEdit={() => {
              setEdited(true);
            }}
            onRemove={() => {
              document.getElementById('site-entry')?.focus();
              actions.removeRule(rule);
            }}
            say={say}
          />
        </>
      )}
    </li>
  );
}

interface RuleButtonsProps {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
  say: Say;
}

function RuleButtons({ name, onEdit, onRemove, say }: RuleButtonsProps) {
  return (
    <span class="sites-actions">
      <button type="button" class="link" aria-label={say('ruleEditLong', name)} onClick={onEdit}>
        {say('ruleEdit')}
      </button>
      <button
        type="button"
        class="link"
        aria-label={say('ruleRemoveLong', name)}
        onClick={onRemove}
      >
        {say('remove')}
      </button>
    </span>
  );
}
