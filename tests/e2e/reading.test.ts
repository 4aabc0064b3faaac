/** Reading a page, in both browsers: what is highlighted, and that the page does not notice. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { add, surfaces } from './gate-scene.ts';
import { PATIENCE } from './harness.ts';
import { cardOf, READERS, restOn, type ReaderAt } from './reader-at.ts';

/** What the lines below the mentions of a page have at least, in px. */
const LEAST_PAINT = 300;

/** How many px differ between two pictures of a page, in and below these lines, and elsewhere. */
function countChanges(picture: PNG, other: PNG, lines: SeenMark['lines']) {
  const counts = { inside: 0, outside: 0 };
  for (let at = 0; at < picture.data.length; at += 4) {
    if (picture.data.readUInt32BE(at) === other.data.readUInt32BE(at)) continue;
    const x = (at / 4) % picture.width;
    const y = Math.floor(at / 4 / picture.width);
    const isMarked = lines.some(
      ({ left, top, right, bottom }) =>
        x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 4,
    );
    counts[isMarked ? 'inside' : 'outside']++;
  }
  return counts;
}

/** A busy browser may go to the place in the address only when the page has been read. Then a test about that place begins again. */
const MAY_BE_READ_BEFORE = { retry: 3 };

describe.each(READERS)('in %s,', (_, launch) => {
  let reader: ReaderAt;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader.close());

  /** In the order in which they came. */
  const marks = () => reader.ask<SeenMark[]>(`(${String(seeMarks)})()`);
  /** Waits until exactly these surface forms are highlighted, in any order. */
  const expectMarks = (wanted: string[]): Promise<void> =>
    expect.poll(async () => (await surfaces(reader)).sort(), PATIENCE).toEqual([...wanted].sort());

  describe('a news page', () => {
    test('shows all five entities in their forms', async () => {
      await reader.goto(reader.server.url('news-2024.html'));
      await expect
        .poll(() => surfaces(reader), PATIENCE)
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

    test('has its mentions painted, and nothing else', async () => {
      await reader.goto(reader.server.url('news-2024.html'));
      await reader.mark('Antony\u00a0J. Blinken');
      const painted = PNG.sync.read(await reader.screenshot());
      const visible = (await marks()).flatMap(({ lines }) => lines);
      // They come back soon, maybe before the picture is taken.
      const paintedInside = async (): Promise<number> => {
        await reader.ask('CSS.highlights.clear()');
        const bare = PNG.sync.read(await reader.screenshot());
        const { inside, outside } = countChanges(painted, bare, visible);
        expect(outside).toBe(0);
        return inside;
      };
      await expect.poll(paintedInside, PATIENCE).toBeGreaterThan(LEAST_PAINT);
    });

    test('shows them in any script, inflected, decorated, and nobody else', async () => {
      await reader.goto(reader.server.url('languages.html'));
      await expectMarks([
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
      await reader.open(
        `<h1>Zelensky to leave the theatre</h1><p>Igor Zelensky, the dancer, said so on Monday.</p>
         <p>Zelensky joined in 2011. <b>Antony Blinken</b> was in the audience.</p>`,
      );
      await expectMarks(['Antony Blinken']);
      await add(reader, 'Volodymyr Zelensky sent flowers. Zelensky stayed at home.');
      await expectMarks(['Antony Blinken', 'Volodymyr Zelensky', 'Zelensky']);
    });

    test('keeps its document to the letter, before and after a card was open', async () => {
      await reader.open(
        `<p>First <b>Antony</b> Blinken, then <a href="#x">Lammy</a>.</p>
         <script>addEventListener('DOMContentLoaded', () => { before = document.documentElement.outerHTML })</script>`,
      );
      await expectMarks(['Antony Blinken', 'Lammy']);
      expect(await reader.ask('document.documentElement.outerHTML === before')).toBe(true);
      await restOn(reader, 'Lammy');
      await cardOf(reader);
      const added =
        'document.documentElement.outerHTML.replace("<div popover=\\"manual\\"></div>", "")';
      expect(await reader.ask(`${added} === before`)).toBe(true);
    });

    test('has names found over inline elements, and nothing in fields, code and scripts', async () => {
      await reader.open(
        `<p>Storm <i>Sha<u>dow</u></i> and Zelens<wbr>kyy, Anto<!-- -->ny<br>Blinken</p>
         <p>David</p><p>Lammy</p>
         <input value="Blinken"><textarea>Lammy</textarea><code>Blinken</code><pre>Lammy</pre>
         <div contenteditable>Zelenskyy</div><script>const Blinken = 'Lammy'</script>`,
      );
      await expectMarks(['Storm Shadow', 'Zelenskyy', 'AntonyBlinken', 'Lammy']);
    });

    test('is followed as it grows and changes', async () => {
      await reader.open('<div id="feed"><p>First Blinken.</p></div><p id="half">David </p>');
      await expectMarks(['Blinken']);
      await reader.ask(`for (const text of ['Then Lammy.', 'A storm.', 'Zelenskyy at last.']) {
        const p = document.createElement('p'); p.textContent = text; document.querySelector('#feed').append(p);
      }`);
      await expectMarks(['Blinken', 'Lammy', 'Zelenskyy']);
      await reader.ask(`document.querySelector('#feed p').firstChild.data = 'Nobody now.';
        document.querySelector('#half').append('Lammy')`);
      await expectMarks(['Lammy', 'Zelenskyy', 'David Lammy']);
      await reader.ask(`document.querySelector('#feed').remove()`);
      await expectMarks(['David Lammy']);
      await reader.ask(
        `document.body = Object.assign(document.createElement('body'), { innerText: 'Blinken anew' }), 1`,
      );
      await expectMarks(['Blinken']);
    });

    test('is read to its end when it is long', async () => {
      await reader.open(`${'<p>Nothing to see.</p>'.repeat(20_000)}<p>The end: Lammy.</p>`);
      await expectMarks(['Lammy']);
    });
  });

  describe('a difficult page', () => {
    test('with a strict policy against scripts and styles still gets highlights and card', async () => {
      await reader.open('<p>Here is Blinken.</p>', {
        'content-security-policy':
          "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      });
      await restOn(reader, 'Blinken');
      expect((await cardOf(reader)).name).toBe('Antony Blinken');
      expect(await reader.errors()).toEqual([]);
    });

    test('that rewrites what every script uses and removes what it does not know hears and sees nothing', async () => {
      await reader.open(
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
      for (let times = 0; times < 3; times++) {
        await reader.move(5, 300);
        await restOn(reader, 'Blinken');
        await reader.wait(800);
      }
      expect(await reader.errors()).toEqual([]);
      const heard = await reader.ask<string[]>('heard');
      expect(heard.filter((what) => what !== 'host')).toEqual([]);
      expect(heard.length, 'one host for each deliberate rest, no loop').toBeLessThanOrEqual(3);
    });

    test('that clears all highlights with its own gets them back', async () => {
      await reader.open('<p>Here is Blinken.</p>');
      await expectMarks(['Blinken']);
      expect(await reader.ask('CSS.highlights.clear(), CSS.highlights.size')).toBe(0);
      await expectMarks(['Blinken']);
    });
  });

  describe('a frame', () => {
    test('that is large enough is read, and shows the card in itself', async () => {
      await reader.open(
        `<iframe width="600" height="420" srcdoc="<p style='margin: 80px'>In a frame: Lammy.</p>"></iframe>
         <iframe width="200" height="100" srcdoc="<p>Too small for Blinken.</p>"></iframe>`,
      );
      expect(await reader.ask('frames.length')).toBe(2);
      await reader.enterFrame();
      await expectMarks(['Lammy']);
      expect(await reader.ask('parent.frames[1].CSS.highlights.size')).toBe(0);
      await restOn(reader, 'Lammy');
      const isOpen = () => reader.ask('document.querySelector(":popover-open") !== null');
      await expect.poll(isOpen, PATIENCE).toBe(true);
    });
  });

  test('a long page begins where its reader is', MAY_BE_READ_BEFORE, async () => {
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
    reader.server.add('/long', { body: `<!doctype html><html lang="en"><body>${body}` });
    // Otherwise, another try would stay on the page.
    await reader.goto('about:blank');
    await reader.goto(reader.server.url('long#here'));
    await expectMarks(['Antony Blinken', 'David Lammy']);
    // A highlight keeps its ranges in the order in which they came.
    const inOrder = (await marks()).map(({ surface }) => surface);
    expect(inOrder).toEqual(['David Lammy', 'Antony Blinken']);
  });
});
