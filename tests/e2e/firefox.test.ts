/** The same product in a stock Firefox: painted, opened, closed, searched. */
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeMarks, type SeenMark } from '../../src/cli/browsers/marks-probe.ts';
import { openFirefox, PATIENCE, storedInFirefox, type FirefoxScene } from './harness.ts';
import { compareInk, countPainted, findBoxes, INKS, inksPage, TOLERANCE } from './inks.ts';
import { changes, CHANGING, LAST, LINES, linesPage, seeLines } from './lines.ts';

let firefox: FirefoxScene;
beforeAll(async () => {
  firefox = await openFirefox();
});
afterAll(() => firefox.close());

const marksOn = async (page: string): Promise<SeenMark[]> => {
  await firefox.goto(firefox.server.url(page));
  let marks: SeenMark[] = [];
  await expect
    .poll(async () => (marks = await firefox.evaluate(seeMarks)).length, PATIENCE)
    .toBeGreaterThan(10);
  return marks;
};

/** Middle of a button in our closed shadow roots, by its text. */
const buttonNamed = (text: string) =>
  firefox.evaluatePrivileged((wanted) => {
    interface Privileged extends Element {
      openOrClosedShadowRoot: ShadowRoot | null;
    }
    const hosts = [...document.querySelectorAll<Privileged>(':popover-open')];
    const buttons = hosts.flatMap((host) => [
      ...(host.openOrClosedShadowRoot?.querySelectorAll('button, summary') ?? []),
    ]);
    const named = buttons.find((button) => button.textContent === wanted);
    named?.scrollIntoView({ block: 'nearest' });
    const box = named?.getBoundingClientRect();
    return box ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } : null;
  }, text);
const press = async (text: string): Promise<void> => {
  await expect.poll(() => buttonNamed(text), PATIENCE).not.toBeNull();
  const { x, y } = (await buttonNamed(text)) ?? { x: 0, y: 0 };
  // A press counts only some time after the card came.
  await new Promise((resolve) => setTimeout(resolve, 700));
  await firefox.click(x, y);
};

describe('a news page in Firefox', () => {
  test('has its mentions painted, and nothing else', async () => {
    const marks = await marksOn('news-2024.html');
    const painted = PNG.sync.read(await firefox.screenshot());
    await firefox.evaluate(() => {
      CSS.highlights.clear();
    });
    const bare = PNG.sync.read(await firefox.screenshot());
    const scale = painted.width / (await firefox.evaluate(() => innerWidth));
    const visible = marks.flatMap(({ lines }) => lines);
    let inside = 0;
    let outside = 0;
    for (let at = 0; at < painted.data.length; at += 4) {
      if (painted.data.readUInt32BE(at) === bare.data.readUInt32BE(at)) continue;
      const x = ((at / 4) % painted.width) / scale;
      const y = Math.floor(at / 4 / painted.width) / scale;
      const isMarked = visible.some(
        ({ left, top, right, bottom }) =>
          x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 4,
      );
      if (isMarked) inside++;
      else outside++;
    }
    expect(inside).toBeGreaterThan(300);
    expect(outside).toBe(0);
  });

  test('has them found in any script', async () => {
    await marksOn('languages.html');
    const surfaces = async () => (await firefox.evaluate(seeMarks)).map(({ surface }) => surface);
    await expect
      .poll(surfaces, PATIENCE)
      .toEqual(
        expect.arrayContaining([
          'Zełenskiego',
          'לזלנסקי',
          '布林肯',
          '𝐙𝐞𝐥𝐞𝐧𝐬𝐤𝐲',
          'збивати російські ракети',
        ]),
      );
    expect(await surfaces()).not.toContain('das Blinken');
  });

  test('opens the card at a rest of the pointer, and Escape closes it', async () => {
    const [mark] = await marksOn('news-2024.html');
    if (!mark) throw new Error('No mention.');
    await firefox.movePointer(5, 5);
    await firefox.movePointer(mark.x - 3, mark.y);
    await firefox.movePointer(mark.x, mark.y);
    const isOpen = () => firefox.evaluate(() => document.querySelector(':popover-open') !== null);
    await expect.poll(isOpen, PATIENCE).toBe(true);
    const below = { x: mark.x, y: (mark.lines[0]?.bottom ?? 0) + 60 };
    const isOnCard = () =>
      firefox.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.matches(':popover-open') ?? false,
        below,
      );
    await expect.poll(isOnCard, PATIENCE).toBe(true);
    const card = await firefox.openCard();
    expect(card.name).toBe('Antony Blinken');
    expect(card.text).toContain('US Secretary of State');
    await firefox.press('Escape');
    await expect.poll(isOpen, PATIENCE).toBe(false);
  });
});

describe('a line of text in Firefox', () => {
  /** Marks of a piece, once the whole page has been read. */
  const marksIn = async (name: string) => {
    const seen = await firefox.evaluate(seeLines);
    return seen[LAST] ? (seen[name] ?? []) : 'not read yet';
  };
  beforeAll(async () => {
    firefox.server.add('/lines', { body: linesPage() });
    await firefox.goto(firefox.server.url('lines'));
  });
  test.each(LINES)('$name: $why', async ({ name, marks }) => {
    await expect.poll(() => marksIn(name), PATIENCE).toEqual(marks);
  });
  describe('after a change', () => {
    beforeAll(() => firefox.evaluate((script) => void window.eval(script), changes()));
    test.each(CHANGING)('$name: $why', async ({ name, thenMarks }) => {
      await expect.poll(() => marksIn(name), PATIENCE).toEqual(thenMarks);
    });
  });
});

describe('marked text in Firefox looks as it did, and the mark is seen', () => {
  let picture: PNG;
  let boxes: Awaited<ReturnType<typeof findBoxes>>;
  test('once it is marked', async () => {
    firefox.server.add('/inks', { body: inksPage() });
    await firefox.goto(firefox.server.url('inks'));
    await expect.poll(() => firefox.evaluate(countPainted), PATIENCE).toBe(INKS.length);
    picture = PNG.sync.read(await firefox.screenshot());
    boxes = await firefox.evaluate(findBoxes);
  });
  test.each(INKS)('$name: $why', ({ name, similar = false }) => {
    const { letters, line } = compareInk(picture, boxes, name);
    expect(letters).toBeLessThan(similar ? TOLERANCE.similar : TOLERANCE.same);
    expect(line).toBeGreaterThan(TOLERANCE.line);
  });
});

describe('the card in Firefox', () => {
  test('opens by a click, switches an entity off, and Undo brings it back', async () => {
    const marks = await marksOn('news-2024.html');
    const mark = marks.find(({ surface }) => surface === 'Volodymyr Zelenskyy');
    if (!mark) throw new Error('No mention.');
    const surfaces = async () => (await firefox.evaluate(seeMarks)).map(({ surface }) => surface);
    await firefox.click(mark.x, mark.y);
    expect((await firefox.openCard()).text).toMatch(/\d of \d+/);
    await press('More');
    await press('Switch off');
    await press('Volodymyr Zelenskyy everywhere');
    await expect.poll(surfaces, PATIENCE).not.toContain('Volodymyr Zelenskyy');
    await press('Undo');
    await expect.poll(surfaces, PATIENCE).toContain('Volodymyr Zelenskyy');
  });
});

describe('the settings in Firefox', () => {
  const everything = () => storedInFirefox(firefox);
  const surfaces = async () => (await firefox.evaluate(seeMarks)).map(({ surface }) => surface);

  test('tasks under a lock never run at once in a page of the extension', async () => {
    await firefox.goto(firefox.extensionUrl('options.html'));
    const order = await firefox.evaluate(async () => {
      const seen: string[] = [];
      const task = (name: string) =>
        navigator.locks.request('a-test', async () => {
          seen.push(`${name} in`);
          await new Promise((resolve) => setTimeout(resolve, 50));
          seen.push(`${name} out`);
        });
      await Promise.all(['a', 'b', 'c'].map(task));
      return seen;
    });
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  test('what is switched off in a private window is off there alone, and is nowhere after it', async () => {
    const close = await firefox.openPrivateWindow();
    const marks = await marksOn('news-2024.html');
    const mark = marks.find(({ surface }) => surface === 'Volodymyr Zelenskyy');
    if (!mark) throw new Error('No mention.');
    await firefox.click(mark.x, mark.y);
    await firefox.openCard();
    await press('More');
    await press('Switch off');
    await press('Everything on 127.0.0.1');
    await expect.poll(surfaces, PATIENCE).toEqual([]);
    await firefox.goto(firefox.server.url('news-2024.html'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await surfaces()).toEqual([]);
    expect(await everything()).toContain('127.0.0.1');
    await close();
    await expect.poll(everything, PATIENCE).not.toContain('127.0.0.1');
    expect((await marksOn('news-2024.html')).length).toBeGreaterThan(10);
  });
});

describe('the extension’s own pages in Firefox', () => {
  const textOf = (selector: string): Promise<string> =>
    firefox.evaluate(
      (wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '',
      selector,
    );

  test('search finds an entity, and Enter opens its card', async () => {
    await firefox.goto(firefox.extensionUrl('popup.html'));
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Antony Blinken');
    await firefox.press('storm shadow');
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Storm Shadow');
    await firefox.press('Enter');
    await expect.poll(() => textOf('.card h2'), PATIENCE).toBe('Storm Shadow');
  });

  test('opens at the card that its address names, goes back, and finds a statement', async () => {
    await firefox.goto(
      firefox.extensionUrl('popup.html#entity=david-lammy&fact=lammy-iran-escalation'),
    );
    await expect.poll(() => textOf('.card h2'), PATIENCE).toBe('David Lammy');
    expect(await textOf('.found-fact')).toContain('dangerous escalation');
    await firefox.press('Escape');
    await expect.poll(() => textOf('[role=option]'), PATIENCE).toContain('Antony Blinken');
    await firefox.press('eastern flank');
    await expect.poll(() => textOf('.option-found mark'), PATIENCE).toBe('eastern');
    await firefox.press('zzzz');
    await expect
      .poll(() => textOf('.search-nothing'), PATIENCE)
      .toContain('Nothing in this report');
  });

  test('an entity that is switched off in the options loses its highlights', async () => {
    await firefox.goto(firefox.extensionUrl('options.html'));
    await expect.poll(() => textOf('input[type=checkbox]:checked + *'), PATIENCE).not.toBe('');
    await firefox.evaluate(() => {
      const boxes = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
      [...boxes].find((box) => box.closest('label')?.textContent.includes('Lammy'))?.click();
    });
    await expect.poll(() => textOf('.announcement'), PATIENCE).toContain('David Lammy');
    const surfaces = (await marksOn('news-2024.html')).map(({ surface }) => surface);
    expect(surfaces).toContain('Antony Blinken');
    expect(surfaces).not.toContain('Lammy');
  });
});
