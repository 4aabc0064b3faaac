/** Site rules: what is typed is a rule or refused, a rule is read again as itself, and covers what it says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  DEFAULT_SETTINGS,
  isSiteOn,
  matches,
  parseRule,
  RULE_MAX,
  ruleFor,
  settingsInPage,
  siteOf,
} from '../../../src/settings/index.ts';
import { recordOf } from '../../../src/settings/record.ts';
import { coverOf } from '../../../src/settings/rule-cover.ts';
import { someRule } from '../../unit/settings/some-settings.ts';
import { nearly, target } from '../target.ts';

const SIGNS = 'a é . * / : 1 [ ] @ % ? # \\ ~ xn-- :// .. *. /* file: 0x 。 \u00ad'
  .split(' ')
  .concat(' ');
const address = fc.oneof(
  fc.webUrl({ validSchemes: ['http', 'https'] }),
  fc.ipV4().map((ip) => `http://${ip}/`),
  fc.ipV6().map((ip) => `http://[${ip}]/`),
);
const typed = fc.oneof(
  nearly(fc.oneof(someRule, address, fc.constant('file:')), SIGNS),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => signs.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function checkTyped(text: string): void {
  const parsed = parseRule(text);
  if ('error' in parsed) {
    assert.ok(
      parsed.where >= 0 && parsed.where <= text.length,
      'the problem is outside of the text',
    );
    return;
  }
  const { rule } = parsed;
  assert.deepEqual(parseRule(rule), parsed, 'a rule that is read again is another one');
  assert.ok(rule.length <= RULE_MAX);
  const settings = { ...DEFAULT_SETTINGS, sitesOff: [rule] };
  assert.deepEqual(settingsInPage(recordOf(settings)), settings, 'pages cannot read the rule');
  const { path, kind } = coverOf(rule);
  assert.equal(rule.includes('/') ? rule.slice(rule.indexOf('/'), -1) : '', path);
  assert.equal(kind === 'files', rule === 'file:');
}

/** Whatever the rule: a page with it is off in the one mode exactly where it is on in the other. */
function checkCover(rule: string, url: string): void {
  const isCovered = matches(rule, url);
  const rules = { sitesOff: [rule], sitesOn: [rule] };
  const site = siteOf(url);
  for (const siteMode of ['except', 'only'] as const) {
    const settings = { ...DEFAULT_SETTINGS, ...rules, siteMode };
    assert.equal(ruleFor(settings, url), isCovered ? rule : undefined);
    assert.equal(
      isSiteOn(settings, url, 0),
      site !== undefined && isCovered === (siteMode === 'only'),
    );
  }
}

export const siteRulesTarget = target({
  name: 'site-rules',
  inputs: fc.record({ typed, url: fc.oneof(address, typed) }),
  check({ typed: text, url }) {
    checkTyped(text);
    coverOf(text);
    checkCover(text, url);
    const site = siteOf(url);
    if (site === undefined) return;
    assert.deepEqual(parseRule(site), { rule: site }, 'the site of a page is no rule');
    assert.ok(matches(site, url), 'a site does not cover its page');
  },
});
