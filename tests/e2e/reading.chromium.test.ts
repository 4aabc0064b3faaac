/** Reading a page in Chromium: what is highlighted, and that the page does not notice. */
import { seeMarks } from '../../src/cli/browsers/marks-probe.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  expectMarks,
  listenToErrors,
  marksOf,
  openCard,
  openChromium,
  PATIENCE,
  restOn,
  type ChromiumScene,
} from './harness.ts';

let scene: ChromiumScene;
beforeAll(async () => {
  scene = await openChromium();
});
afterAll(() => scene.close());

describe('a news page', () => {
  test('shows all five entities in their forms', async () => {
    const page = await scene.sample('news-2024.html');
    const surfaces = async () => (await marksOf(page)).map(({ surface }) => surface);
    await expect
      .poll(surfaces, PATIENCE)
      .toEqual(
        expect.arrayContaining([
          'David Lammy',
          'Lammy',
          'Volodymyr Zelenskyy',
          'Zelens\u00adkyy',
          'Storm\u00a0Shadow',
          'Antony\u00a0J. Blinken',
          'shoot down Russian drones',
          'intercept incoming Russian missiles',
        ]),
      );
  });

  test('shows them in any script, inflected, decorated, and nobody else', async () => {
    const page = await scene.sample('languages.html');
    await expectMarks(page, [
      'Володимиром Зеленським',
      'Сторм Шедоу',
      'Блінкен',
      'збивати російські ракети',
      'Зеленского',
      'Дэвид Лэмми',
      'Zełenskiego',
      'Antonym Blinkenem',
      'Blinken',
      'holte drei russische Drohnen vom Himmel',
      'abattre des missiles',
      'Lammy',
      'Zelenského',
      'Blinkenova',
      'Zelenskiu',
      'Blinkenu',
      'Zelenszkijjel',
      'Blinken',
      'وبلينكن',
      'زيلينسكي',
      'בלינקן',
      'לזלנסקי',
      'ज़ेलेंस्की',
      'ब्लिंकन',
      'ბლინკენმა',
      'ზელენსკის',
      'Զելենսկին',
      'Բլինքենի',
      '泽连斯基',
      '布林肯',
      'ゼレンスキー',
      'ブリンケン',
      '젤렌스키는',
      '블링컨과',
      '𝐙𝐞𝐥𝐞𝐧𝐬𝐤𝐲',
      'ＢＬＩＮＫＥＮ',
      'Zelenskyy',
      'Storm\u200bShadow',
    ]);
  });

  test('takes a bare surname for whom the page named in full, also in what came before', async () => {
    const page = await scene.page(
      `<h1>Zelensky to leave the theatre</h1><p>Igor Zelensky, the dancer, said so on Monday.</p>
       <p>Zelensky joined in 2011. <b>Antony Blinken</b> was in the audience.</p>`,
    );
    await expectMarks(page, ['Antony Blinken']);
    await page.evaluate(() => {
      const later = document.createElement('p');
      later.textContent = 'Volodymyr Zelensky sent flowers. Zelensky stayed at home.';
      document.body.append(later);
    });
    await expectMarks(page, ['Antony Blinken', 'Volodymyr Zelensky', 'Zelensky']);
  });

  test('keeps its document to the letter, before and after a card was open', async () => {
    const page = await scene.page(
      `<p>First <b>Antony</b> Blinken, then <a href="#x">Lammy</a>.</p>
       <script>addEventListener('DOMContentLoaded', () => { before = document.documentElement.outerHTML })</script>`,
    );
    await expectMarks(page, ['Antony Blinken', 'Lammy']);
    expect(await page.evaluate('document.documentElement.outerHTML === before')).toBe(true);
    await restOn(page, 'Lammy');
    await openCard(page);
    const added =
      'document.documentElement.outerHTML.replace("<div popover=\\"manual\\"></div>", "")';
    expect(await page.evaluate(`${added} === before`)).toBe(true);
  });

  test('has names found over inline elements, and nothing in fields, code and scripts', async () => {
    const page = await scene.page(
      `<p>Storm <i>Sha<u>dow</u></i> and Zelens<wbr>kyy, Anto<!-- -->ny<br>Blinken</p>
       <p>David</p><p>Lammy</p>
       <input value="Blinken"><textarea>Lammy</textarea><code>Blinken</code><pre>Lammy</pre>
       <div contenteditable>Zelenskyy</div><script>const Blinken = 'Lammy'</script>`,
    );
    await expectMarks(page, ['Storm Shadow', 'Zelenskyy', 'AntonyBlinken', 'Lammy']);
  });

  test('is followed as it grows and changes', async () => {
    const page = await scene.page(
      '<div id="feed"><p>First Blinken.</p></div><p id="half">David </p>',
    );
    await expectMarks(page, ['Blinken']);
    await page.evaluate(`for (const text of ['Then Lammy.', 'A storm.', 'Zelenskyy at last.']) {
      const p = document.createElement('p'); p.textContent = text; document.querySelector('#feed').append(p);
    }`);
    await expectMarks(page, ['Blinken', 'Lammy', 'Zelenskyy']);
    await page.evaluate(`document.querySelector('#feed p').firstChild.data = 'Nobody now.';
      document.querySelector('#half').append('Lammy')`);
    await expectMarks(page, ['Lammy', 'Zelenskyy', 'David Lammy']);
    await page.evaluate(`document.querySelector('#feed').remove()`);
    await expectMarks(page, ['David Lammy']);
    await page.evaluate(
      `document.body = Object.assign(document.createElement('body'), { innerText: 'Blinken anew' })`,
    );
    await expectMarks(page, ['Blinken']);
  });

  test('is read to its end when it is long', async () => {
    const page = await scene.page(
      `${'<p>Nothing to see.</p>'.repeat(20_000)}<p>The end: Lammy.</p>`,
    );
    await expectMarks(page, ['Lammy']);
  });
});

describe('a difficult page', () => {
  test('with a strict policy against scripts and styles still gets highlights and card', async () => {
    const page = await scene.page('<p>Here is Blinken.</p>', {
      'content-security-policy':
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const errors = listenToErrors(page);
    await restOn(page, 'Blinken');
    expect((await openCard(page)).name).toBe('Antony Blinken');
    expect(errors).toEqual([]);
  });

  test('that rewrites what every script uses and removes what it does not know hears and sees nothing', async () => {
    const page = await scene.page(
      `<form><p>Here is Blinken.</p><input name="parentNode"><input name="closest"><input name="matches"></form>
       <script>
         heard = [];
         addEventListener('message', ({ data }) => heard.push(data));
         const dispatch = EventTarget.prototype.dispatchEvent;
         for (const name of ['append', 'remove', 'closest', 'attachShadow', 'getClientRects', 'querySelectorAll'])
           Element.prototype[name] = () => { throw new Error('rewritten ' + name) };
         Array.prototype.flatMap = Array.prototype.findLast = () => { throw new Error('rewritten array') };
         new MutationObserver((records) => { for (const { addedNodes } of records)
           for (const node of addedNodes) if (node.popover) { heard.push('host'); node.parentNode.removeChild(node) }
         }).observe(document, { childList: true, subtree: true });
       </script>`,
    );
    const errors = listenToErrors(page);
    for (let times = 0; times < 3; times++) {
      await page.mouse.move(5, 300);
      await restOn(page, 'Blinken');
      await page.waitForTimeout(800);
    }
    expect(errors).toEqual([]);
    const heard = await page.evaluate<string[]>('heard');
    expect(heard.filter((what) => what !== 'host')).toEqual([]);
    expect(heard.length, 'one host for each deliberate rest, no loop').toBeLessThanOrEqual(3);
  });

  test('that clears all highlights with its own gets them back', async () => {
    const page = await scene.page('<p>Here is Blinken.</p>');
    await expectMarks(page, ['Blinken']);
    await page.evaluate('CSS.highlights.clear()');
    await expectMarks(page, []);
    await expectMarks(page, ['Blinken']);
  });
});

describe('a frame', () => {
  test('that is large enough is read, and shows the card in itself', async () => {
    const page = await scene.page(
      `<iframe width="600" height="420" srcdoc="<p style='margin: 80px'>In a frame: Lammy.</p>"></iframe>
       <iframe width="200" height="100" srcdoc="<p>Too small for Blinken.</p>"></iframe>`,
    );
    const [large, small] = page.frames().slice(1);
    if (!large || !small) throw new Error('The frames are missing.');
    const marksIn = async () => (await large.evaluate(seeMarks)).map(({ surface }) => surface);
    await expect.poll(marksIn, PATIENCE).toEqual(['Lammy']);
    expect(await small.evaluate(seeMarks)).toEqual([]);
    const word = await large.evaluate(seeMarks);
    const box = await page.locator('iframe').first().boundingBox();
    await page.mouse.move(
      (box?.x ?? 0) + (word[0]?.x ?? 0),
      (box?.y ?? 0) + (word[0]?.y ?? 0) + 2,
      {
        steps: 8,
      },
    );
    const isOpen = () => large.evaluate('document.querySelector(":popover-open") !== null');
    await expect.poll(isOpen, PATIENCE).toBe(true);
  });
});

describe('an update of the extension', () => {
  test('closes the card of the old one, has everything once, and makes no error', async () => {
    scene.server.add('/favicon.ico', { body: '' });
    const page = await scene.page('<p style="margin: 60px">Here is Blinken.</p>');
    const errors = listenToErrors(page);
    await restOn(page, 'Blinken');
    await openCard(page);
    await page.mouse.move(5, 5, { steps: 3 });
    await scene.update();
    await expect
      .poll(() => page.evaluate('document.querySelector("[popover]")'), PATIENCE)
      .toBeNull();
    await expectMarks(page, ['Blinken']);
    await page.mouse.move(8, 8, { steps: 3 });
    await page.mouse.wheel(0, 20);
    expect(errors).toEqual([]);
    await page.reload();
    await expectMarks(page, ['Blinken']);
  });
});

test('a long page begins where its reader is', async () => {
  // Text that is out of sight is judged like any other.
  const body = `<div id="before" style="height: 0; overflow: hidden"></div><p>Antony Blinken arrived.</p><div style="height: 300vh"></div>
    <p id="here">David Lammy arrived.</p>
    <script>
      const line = 'A text that is judged because it names Zelenskyy.';
      for (let count = 0; count < 1500; count++) {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        document.querySelector('#before').append(paragraph);
      }
    </script>`;
  scene.server.add('/long', { body: `<!doctype html><html lang="en"><body>${body}` });
  const page = await scene.open(scene.server.url('long#here'));
  await expectMarks(page, ['Antony Blinken', 'David Lammy']);
  // A highlight keeps its ranges in the order in which they came.
  const surfaces = (await marksOf(page)).map(({ surface }) => surface);
  expect(surfaces).toEqual(['David Lammy', 'Antony Blinken']);
});
