/** Says whether the extension works at a typed address, and which rule decides. */
import { useState } from 'preact/hooks';
import type { Say } from '../locale/index.ts';
import { saySite } from '../locale/settings-words.ts';
import { isSiteAllowed, addressOf, ruleFor, type Settings } from '../settings/index.ts';
import { ADDRESS_FIELD } from './RuleField.tsx';

export function SiteTest({ settings, say }: { settings: Settings; say: Say }) {
  const [typed, setTyped] = useState('');
  return (
    <div class="field">
      <label for="site-test">{say('siteTestLabel')}</label>
      <input
        {...ADDRESS_FIELD}
        id="site-test"
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <p class="site-verdict" role="status">
        {verdictOn(typed, settings, say)}
      </p>
    </div>
  );
}

function verdictOn(typed: string, settings: Settings, say: Say): string {
  const text = typed.trim();
  if (text === '') return '';
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  const page = addressOf(address);
  if (!page) return say('siteTestNone');
  const rule = ruleFor(settings, page);
  const isOn = isSiteAllowed(settings, page);
  return rule === undefined
    ? say(isOn ? 'siteTestOn' : 'siteTestOff')
    : say(isOn ? 'siteTestOnBy' : 'siteTestOffBy', saySite(rule, say));
}
