import { knowledge, searchTerms } from 'virtual:dataset';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json';
import { startOmnibox, type OmniboxParts } from '../../../src/background/index.ts';
import { readKnowledge, readSearchTerms, type EntityProfile } from '../../../src/dataset/index.ts';
import { createSearch } from '../../../src/search/index.ts';

const bundled = readKnowledge(knowledge);

type Listener<Name extends 'onOmniboxInput' | 'onOmniboxChosen'> = Parameters<
  OmniboxParts[Name]
>[0];

/** An address bar that remembers what it was told. */
function openAddressBar({ isOmniboxXml = true, known = bundled } = {}) {
  let onInput: Listener<'onOmniboxInput'> | undefined;
  let onChosen: Listener<'onOmniboxChosen'> | undefined;
  const hints: string[] = [];
  const opened: [address: string, disposition: string][] = [];
  let loads = 0;
  startOmnibox({
    isOmniboxXml,
    onOmniboxInput: (listener) => (onInput = listener),
    onOmniboxChosen: (listener) => (onChosen = listener),
    setOmniboxHint: (hint) => hints.push(hint),
    openPopupPage(address, disposition) {
      opened.push([address, disposition]);
      return Promise.resolve();
    },
    load() {
      loads++;
      const search = createSearch(known, { terms: readSearchTerms(searchTerms) });
      return { search, entities: known.entities };
    },
    say: (key, ...values) =>
      english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1])),
  });
  return {
    hints,
    opened,
    loads: () => loads,
    type(text: string) {
      let suggestions: { content: string; description: string }[] = [];
      onInput?.(text, (given) => (suggestions = given));
      return suggestions;
    },
    choose(text: string, disposition: Parameters<Listener<'onOmniboxChosen'>>[1] = 'currentTab') {
      onChosen?.(text, disposition);
      return opened.at(-1);
    },
  };
}

describe('suggestions', () => {
  test('are the results of the search, with the found words marked for Chromium', () => {
    const [first] = openAddressBar().type('lammy');
    expect(first).toEqual({
      content: 'david-lammy',
      description: 'David <match>Lammy</match> <dim>– UK Foreign Secretary</dim>',
    });
  });

  test('are plain text for Firefox', () => {
    const [first] = openAddressBar({ isOmniboxXml: false }).type('lammy');
    expect(first?.description).toBe('David Lammy – UK Foreign Secretary');
  });

  test('show the statement that answers', () => {
    const [first] = openAddressBar().type('dangerous escalation');
    expect(first?.content).toBe('david-lammy / lammy-iran-escalation');
    expect(first?.description).toContain('<match>dangerous</match>');
  });

  test('are never more than browsers show', () => {
    expect(openAddressBar().type('russia').length).toBeLessThanOrEqual(6);
  });

  test('keep XML well formed whatever the dataset and the reader write', () => {
    const name = 'Tom & <Jerry> "\u0001"';
    const [one] = bundled.entities;
    const entity = { ...one, id: 'tom', name, names: [name] } as EntityProfile;
    const bar = openAddressBar({ known: { ...bundled, entities: [...bundled.entities, entity] } });
    const [first] = bar.type('jerry');
    expect(first?.description).toContain(
      'Tom &amp; &lt;<match>Jerry</match>&gt; &quot;&quot; <dim>',
    );
    const [nothing] = bar.type('<xyzzy>&');
    expect(nothing?.description).toContain('&lt;xyzzy&gt;&amp;');
  });

  test('without a result, the only one says so, and leads to the search', () => {
    const bar = openAddressBar({ isOmniboxXml: false });
    const [nothing, ...others] = bar.type(' pizza');
    expect(nothing?.description).toBe('Nothing in this report about “pizza”.');
    expect(others).toEqual([]);
    expect(bar.choose(nothing?.content ?? '')?.[0]).toBe('#query=pizza');
    expect(bar.type('')).toEqual([]);
  });

  test('leave the hint alone: Chromium drops suggestions for which it changes', () => {
    const bar = openAddressBar();
    for (const text of ['l', 'lammy', 'pizza', '']) bar.type(text);
    expect(bar.hints).toEqual([english.omniboxHint.message]);
  });
});

describe('what was chosen', () => {
  test.each([
    ['a suggestion', 'storm-shadow', '#entity=storm-shadow'],
    [
      'a statement',
      'david-lammy / lammy-iran-escalation',
      '#entity=david-lammy&fact=lammy-iran-escalation',
    ],
    ['typed text', 'selenskyj', '#entity=volodymyr-zelenskyy'],
    ['typed nonsense', 'pizza & co', '#query=pizza+%26+co'],
    ['nothing', ' ', ''],
  ])('%s opens its place', (_, text, address) => {
    expect(openAddressBar().choose(text)?.[0]).toBe(address);
  });

  test.each(['currentTab', 'newForegroundTab', 'newBackgroundTab'] as const)(
    'opens where the browser says: %s',
    (disposition) => {
      expect(openAddressBar().choose('nato', disposition)?.[1]).toBe(disposition);
    },
  );
});

test('the dataset is parsed at the first key press, and once', () => {
  const bar = openAddressBar();
  expect(bar.loads()).toBe(0);
  bar.type('na');
  bar.type('nat');
  bar.choose('nato');
  expect(bar.loads()).toBe(1);
});
