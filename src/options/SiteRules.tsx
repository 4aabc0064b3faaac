/** On which sites the extension works: every site except some, or only some; the rules, and a test for an address. */
import { useState } from 'preact/hooks';
import type { MessageKey, Say } from '../locale/index.ts';
import { sayCover, sayPolicy, saySite } from '../locale/settings-words.ts';
import { parseRule, SITE_MODES, type RuleProblem } from '../settings/index.ts';
import { Radios } from './controls.tsx';
import { useLock } from './lock.tsx';
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

export function SiteRules(props: ControlProps) {
  const { id, state, actions, say } = props;
  const { settings } = state;
  const lock = useLock('siteMode', `${id}-mode`, say);
  const isExcept = settings.siteMode === 'except';
  const other = settings[isExcept ? 'sitesOn' : 'sitesOff'];
  return (
    <>
      <Radios
        id={id}
        values={SITE_MODES}
        chosen={settings.siteMode}
        label={(mode) => say(mode === 'except' ? 'siteModeExcept' : 'siteModeOnly')}
        lock={lock}
        onChoose={(mode) => {
          actions.set('siteMode', mode);
        }}
      />
      <RuleList {...props} isExcept={isExcept} />
      {other.length > 0 && <p class="note">{say('sitesOther', other.length)}</p>}
      <More summary={say('moreSites')}>
        <Patterns say={say} />
        <SiteTest settings={settings} say={say} />
      </More>
    </>
  );
}

/** The reader's rules with a field for more, and apart from them those of an organisation. */
function RuleList({ id, state, actions, say, isExcept }: ControlProps & { isExcept: boolean }) {
  const { settings, policy, coverOf } = state;
  const list = isExcept ? 'sitesOff' : 'sitesOn';
  const lock = useLock(list, `${id}-list`, say);
  const rules = settings[list];
  const fixed = lock ? [] : (policy?.[list] ?? []);
  const own = rules.filter((rule) => !fixed.includes(rule));
  return (
    <>
      {own.length === 0 && <p class="note">{say(isExcept ? 'sitesNone' : 'sitesNoneOn')}</p>}
      {own.length > 0 && (
        <ul class="rows">
          {own.map((rule) =>
            lock ? (
              <FixedRule key={rule} {...{ rule, coverOf, say }} />
            ) : (
              <Rule key={rule} {...{ rule, rules, actions, coverOf, say }} />
            ),
          )}
        </ul>
      )}
      {lock?.note}
      {policy && fixed.length > 0 && (
        <div class="set-by-rules">
          <h3 id={`${id}-set-by`}>{sayPolicy(policy.organisation, say)}</h3>
          <ul class="rows" aria-labelledby={`${id}-set-by`}>
            {fixed.map((rule) => (
              <FixedRule key={rule} {...{ rule, coverOf, say }} />
            ))}
          </ul>
        </div>
      )}
      {!lock && (
        <RuleField
          id="site-entry"
          label={say(isExcept ? 'siteAddLabel' : 'siteAddLabelOn')}
          button={say('siteAdd')}
          read={(typed) => readRule(typed, rules, { coverOf, say })}
          onRule={actions.takeRule}
        />
      )}
    </>
  );
}

/** A rule that the reader cannot change. */
const FixedRule = (props: RuleWords & { rule: string }) => (
  <li data-rule={props.rule}>
    <RuleText {...props} />
  </li>
);

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
