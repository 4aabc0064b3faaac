/** The list and the search of the real toolbar popup, opened on a page as by a click on the button. In both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSurfaces, GATE_SCENES, openForTest, type GateScene } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { textOf, pressWay, names, focused, status, FIELD } from './popup-words.ts';

describe.each(GATE_SCENES)('in %s,', (name, launch) => {
  let scene: GateScene;
  beforeAll(async () => {
    scene = await launch();
  });
  afterAll(() => scene.close());
  const open = () => openForTest(scene);

  describe('the list', () => {
    test('has the entities of this page first, with their mentions, and then all others', async () => {
      await scene.open('<p>Lammy and Blinken; Lammy again.</p>');
      await expectSurfaces(scene, ['Lammy', 'Blinken', 'Lammy']);
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('3 mentions on this page');
      expect(await focused(popup)).toBe(FIELD);
      // If the page was late, the order follows once the list is opened again.
      await popup.type('x');
      await popup.press('Backspace');
      await expect
        .poll(() => names(popup), PATIENCE)
        .toMatch(/^David Lammy \| Antony Blinken \| Volodymyr Zelenskyy \| .* Joe Biden/);
      const countOf = (id: string) =>
        textOf(popup, `[role=option][data-entity=${id}] .option-count [aria-hidden]`);
      expect(await countOf('david-lammy')).toBe('2');
      expect(await countOf('antony-blinken')).toBe('1');
      expect(await textOf(popup, '.option-count [aria-hidden]')).toBe('2 | 1');
    });

    test('keeps its lines where they are when the counts change', async () => {
      await scene.open('<p>Blinken.</p>');
      await expectSurfaces(scene, ['Blinken']);
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toBe('1 mention on this page');
      const before = await names(popup);
      await scene.ask('document.body.append("And Zelenskyy, Zelenskyy, Zelenskyy.")');
      await expect.poll(() => status(popup), PATIENCE).toMatch(/^4 mentions on this page/);
      expect(await names(popup)).toBe(before);
      expect(await textOf(popup, '[data-entity=volodymyr-zelenskyy] .option-count')).toContain('3');
    });

    test('opens its first card at one press of Enter', async () => {
      await scene.open('<p>Storm Shadow.</p>');
      await scene.mark('Storm Shadow');
      const popup = await open();
      await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
      const first = await textOf(popup, '[aria-selected=true] .option-name');
      await popup.press('Enter');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe(first);
    });

    test('takes keys that come before it, where a page is too busy to answer', async () => {
      await scene.open('<p>Nothing that anybody knows.</p>');
      await scene.ask(
        'setTimeout(() => { for (const end = Date.now() + 2000; Date.now() < end; ); }), 1',
      );
      const popup = await open();
      await expect
        .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
        .toBe('combobox');
      await popup.press('ArrowDown');
      await popup.press('Enter');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).not.toBe('');
      const second = await textOf(popup, '.card h2');
      await pressWay(popup, 'ArrowLeft');
      await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
      expect((await names(popup)).split(' | ')[1]).toBe(second);
    });

    test('counts what all frames of the page have', async () => {
      const frame = (text: string) =>
        `<iframe width="400" height="200" srcdoc="<p>${text}</p>"></iframe>`;
      await scene.open(`<p>Blinken.</p>${frame('Lammy, Lammy.')}${frame('Zelenskyy.')}`);
      const popup = await open();
      await expect.poll(() => status(popup), PATIENCE).toMatch(/^4 mentions on this page/);
    });
  });

  describe('the search', () => {
    test('finds and opens a card by keys alone, and comes back', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await expect
        .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
        .toBe('combobox');
      await popup.type('selenskyj');
      await expect.poll(() => names(popup), PATIENCE).toMatch(/^Volodymyr Zelenskyy/);
      await popup.press('ArrowDown');
      await popup.press('ArrowUp');
      await popup.press('Enter');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe('Volodymyr Zelenskyy');
      expect(await textOf(popup, '.card')).toContain('President of Ukraine');
      await popup.press('Enter');
      await expect
        .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
        .toBe('combobox');
    });

    test('opens a statement at its place on the card, and leads back to its option and forward again', async () => {
      await scene.open('<p>Blinken.</p>');
      const popup = await open();
      await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
      await popup.type('no consensus');
      await expect
        .poll(() => textOf(popup, '.option-found mark'), PATIENCE)
        .toMatch(/no \| consensus/i);
      expect(await textOf(popup, '[aria-selected=true] .option-name')).toBe('NATO');
      expect(await textOf(popup, '.search [role=status]')).toMatch(/^\d+ results?$/);
      await popup.press('ArrowDown');
      const chosen = await textOf(popup, '[aria-selected=true] .option-name');
      await popup.press('Enter');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe(chosen);
      expect(await textOf(popup, '.found-fact .card-statement')).toContain('no consensus');
      const isInView = `(() => {
      const fact = document.querySelector('.found-fact').getBoundingClientRect();
      const body = document.querySelector('.card-body').getBoundingClientRect();
      return fact.top >= body.top - 1 && fact.bottom <= body.bottom + 1;
    })()`;
      expect(await popup.evaluate(isInView)).toBe(true);
      await pressWay(popup, 'ArrowLeft');
      await expect
        .poll(() => popup.evaluate('document.activeElement.role'), PATIENCE)
        .toBe('combobox');
      expect(
        await popup.evaluate(
          'document.getElementById(document.activeElement.getAttribute("aria-activedescendant")).querySelector(".option-name").textContent',
        ),
      ).toBe(chosen);
      await pressWay(popup, 'ArrowRight');
      await expect.poll(() => textOf(popup, '.card h2'), PATIENCE).toBe(chosen);
    });

    test('opens a statement that the card has folded away', async () => {
      await scene.open('<p>Blinken.</p>');
      const popup = await open();
      await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
      await popup.type('longer-term strategy');
      await expect
        .poll(() => textOf(popup, '[aria-selected=true] .option-name'), PATIENCE)
        .toBe('Deeper strikes');
      await popup.press('Enter');
      await expect
        .poll(() => textOf(popup, '.card-fold .found-fact .card-statement'), PATIENCE)
        .toContain('his longer-term strategy');
    });

    test.runIf(name === 'Firefox')(
      'goes with the popup at Escape, which Firefox keeps for itself',
      async () => {
        await scene.open('<p>Blinken.</p>');
        const popup = await open();
        await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
        await popup.type('nato');
        await expect.poll(() => names(popup), PATIENCE).toMatch(/^NATO/);
        await popup.press('Escape');
        await expect.poll(() => names(popup), PATIENCE).toBeNull();
      },
    );

    test.runIf(name === 'Chromium')(
      'closes its list at Escape, opens it at an arrow, and clears at the second Escape',
      async () => {
        await scene.open('<p>Blinken.</p>');
        const popup = await open();
        await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
        const expanded = () =>
          popup.evaluate('document.querySelector("[role=combobox]").getAttribute("aria-expanded")');
        const typed = () => popup.evaluate('document.querySelector("[role=combobox]").value');
        await popup.type('nato');
        await expect.poll(() => names(popup), PATIENCE).toMatch(/^NATO/);
        await popup.press('Escape');
        await expect.poll(expanded, PATIENCE).toBe('false');
        expect(await typed()).toBe('nato');
        await popup.press('ArrowDown');
        await expect.poll(expanded, PATIENCE).toBe('true');
        await popup.press('Escape');
        await expect.poll(expanded, PATIENCE).toBe('false');
        await popup.press('Escape');
        await expect.poll(typed, PATIENCE).toBe('');
      },
    );

    test('says so when there is nothing', async () => {
      await scene.open('<p>Blinken.</p>');
      await scene.mark('Blinken');
      const popup = await open();
      await expect.poll(() => names(popup), PATIENCE).toContain('Antony Blinken');
      await popup.type('qwertzuiop');
      await expect.poll(() => textOf(popup, '.search-nothing'), PATIENCE).toContain('qwertzuiop');
      expect(await names(popup)).toBe('');
    });
  });
});
