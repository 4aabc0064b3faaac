import { knowledge, searchTerms } from 'virtual:dataset';
import { describe, expect, test } from 'vitest';
import english from '../../../assets/public/_locales/en/messages.json';
import { startOmnibox, type OmniboxParts } from '../../../src/background/index.ts';
import { readKnowledge, readSearchTerms, type EntityProfile } from '../../../src/dataset/index.ts';
import { allDatasets } from '../../../src/library/index.ts';
import { createSearch } from '../../../src/search/index.ts';

const bundled = readKnowledge(knowledge);

type Listener<Name extends 'onOmniboxInput' | 'onOmniboxChosen'> = Parameters<
  OmniboxParts[Name]
>[0];

/** Until everything that waits has run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

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
      const all = allDatasets({ knowledge: known, searchTerms: readSearchTerms(searchTerms) });
      const search = createSearch(known, { terms: all.searchTerms });
      return Promise.resolve({ search, all });
    },
    say: (key, ...values) =>
      english[key].message.replace(/\$(\d)/g, (_, at: string) => String(values[Number(at) - 1])),
  });
  return {
    hints,
    opened,
    loads: () => loads,
    async type(text: string) {
      let suggestions: { content: string; description: string }[] = [];
      onInput?.(text, (given) => (suggestions = given));
      await settled();
      return suggestions;
    },
    async choose(
      text: string,
      disposition: Parameters<Listener<'onOmniboxChosen'>>[1] = 'currentTab',
    ) {
      onChosen?.(text, disposition);
      await settled();
      return opened.at(-1);
    },
  };
}

describe('suggestions', () => {
  test('are the results of the search, with the found words marked for Chromium', async () => {
    const [first] = await openAddressBar().type('lammy');
    expect(first).toEqual({
      content: 'david-lammy',
      description: 'David <match>Lammy</match> <dim>– UK Foreign Secretary</dim>',
    });
  });

  test('are plain text for Firefox', async () => {
    const [first] = await openAddressBar({ isOmniboxXml: false }).type('lammy');
    expect(first?.description).toBe('David Lammy – UK Foreign Secretary');
  });

  test('show the statement that answers', async () => {
    const [first] = await openAddressBar().type('dangerous escalation');
    expect(first?.content).toBe('david-lammy / lammy-iran-escalation');
    expect(first?.description).toContain('<match>dangerous</match>');
  });

  test('are never more than browsers show', async () => {
    expect((await openAddressBar().type('russia')).length).toBeLessThanOrEqual(6);
  });

  test('keep XML well formed whatever the dataset and the reader write', async () => {
    const name = 'Tom & <Jerry> "\u0001"';
    const [one] = bundled.entities;
    const entity = { ...one, id: 'tom', name, names: [name] } as EntityProfile;
    const bar = openAddressBar({ known: { ...bundled, entities: [...bundled.entities, entity] } });
    const [first] = await bar.type('jerry');
    expect(first?.description).toContain(
      'Tom &amp; &lt;<match>Jerry</match>&gt; &quot;&quot; <dim>',
    );
    const [nothing] = await bar.type('<xyzzy>&');
    expect(nothing?.description).toContain('&lt;xyzzy&gt;&amp;');
  });

  test('without a result, the only one says so, and leads to the search', async () => {
    const bar = openAddressBar({ isOmniboxXml: false });
    const [nothing, ...others] = await bar.type(' pizza');
    expect(nothing?.description).toBe('Nothing in this report about “pizza”.');
    expect(others).toEqual([]);
    expect((await bar.choose(nothing?.content ?? ''))?.[0]).toBe('#query=pizza');
    expect(await bar.type('')).toEqual([]);
  });

  test('leave the hint alone: Chromium drops suggestions for which it changes', async () => {
    const bar = openAddressBar();
    for (const text of ['l', 'lammy', 'pizza', '']) await bar.type(text);
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
  ])('%s opens its place', async (_, text, address) => {
    expect((await openAddressBar().choose(text))?.[0]).toBe(address);
  });

  test.each(['currentTab', 'newForegroundTab', 'newBackgroundTab'] as const)(
    'opens where the browser says: %s',
    async (disposition) => {
      expect((await openAddressBar().choose('nato', disposition))?.[1]).toBe(disposition);
    },
  );
});

test('nothing is loaded before the first key press', async () => {
  const bar = openAddressBar();
  await settled();
  expect(bar.loads()).toBe(0);
  await bar.type('na');
  expect(bar.loads()).toBe(1);
});
