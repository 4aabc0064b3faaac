/** On which sites the extension works: every site except some, or only some; the rules, and a test for an address. */
import { useState } from 'preact/hooks';
import type { MessageKey, Say } from '../locale/index.ts';
import { sayCover, saySite } from '../locale/settings-words.ts';
import { parseRule, SITE_MODES, type RuleProblem } from '../settings/index.ts';
import { Radios } from './controls.tsx';
import { More } from './More.tsx';
import { RuleField, type ReadEntry } from './RuleField.tsx';
import { RuleText } from './RuleText.tsx';
import { SiteTest } from './SiteTest.tsx';
import type { ControlProps, CoverOf, OptionsActions } from './state.ts';

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

interface RuleWords {
  coverOf: CoverOf | undefined;
  say: Say;
}

/** Reads a typed rule. @param known the rules in the list */
function readRule(typed: string, known: readonly string[], { coverOf, say }: RuleWords): ReadEntry {
  const read = parseRule(typed);
  if ('error' in read) return { problem: say(PROBLEM_KEYS[read.error], typed.trim().slice(0, 60)) };
  return known.includes(read.rule)
    ? { problem: say('ruleKnown', saySite(read.rule, say)) }
    : { rule: read.rule, note: coverOf ? sayCover(coverOf(read.rule), say) : '' };
}

export function SiteRules({ id, state, actions, say }: ControlProps) {
  const { settings, coverOf } = state;
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
        <p class="note">{say(isExcept ? 'sitesNone' : 'sitesNoneOn')}</p>
      ) : (
        <ul class="rows">
          {rules.map((rule) => (
            <Rule key={rule} {...{ rule, rules, actions, coverOf, say }} />
          ))}
        </ul>
      )}
      <RuleField
        id="site-entry"
        label={say(isExcept ? 'siteAddLabel' : 'siteAddLabelOn')}
        button={say('siteAdd')}
        read={(typed) => readRule(typed, rules, { coverOf, say })}
        onRule={actions.takeRule}
      />
      {others.length > 0 && <p class="note">{say('sitesOther', others.length)}</p>}
      <More summary={say('moreSites')}>
        <Patterns say={say} />
        <SiteTest settings={settings} say={say} />
      </More>
    </>
  );
}

interface RuleProps extends RuleWords {
  rule: string;
  rules: readonly string[];
  actions: OptionsActions;
}

function Rule({ rule, rules, actions, coverOf, say }: RuleProps) {
  const [isEdited, setEdited] = useState(false);
  const name = saySite(rule, say);
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
              { coverOf, say },
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
          <RuleText {...{ rule, coverOf, say }} />
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
    <span class="rows-actions">
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

/** How rules are written. */
const PATTERNS: [rule: string, covers: MessageKey][] = [
  ['example.org', 'patternSite'],
  ['*.example.org', 'patternSubdomains'],
  ['example.org/news/*', 'patternPath'],
  ['file:', 'patternFiles'],
];

const Patterns = ({ say }: { say: Say }) => (
  <dl class="pairs">
    {PATTERNS.map(([rule, covers]) => (
      <div key={rule}>
        <dt>
          <code>{rule}</code>
        </dt>
        <dd>{say(covers)}</dd>
      </div>
    ))}
  </dl>
);
