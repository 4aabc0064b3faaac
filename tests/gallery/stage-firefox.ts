/** A stage in Firefox, in its one tab. */
import { launchFirefox, type Firefox } from '../../src/cli/browsers/firefox.ts';
import { setFontSize, setView, VIEW_PREFERENCES } from '../../src/cli/browsers/firefox-view.ts';
import type { InstalledBrowser } from '../../src/cli/browsers/find.ts';
import { conditionName, type Condition } from './conditions.ts';
import { contentHeightOn, MOST_HEIGHT, USUAL_HEIGHT, type Stage } from './stage.ts';

/** @returns a stage, and what closes its browser */
export async function openInFirefox(
  found: InstalledBrowser,
): Promise<{ stages: Stage[]; close(): Promise<void> }> {
  const firefox = await launchFirefox(found, { headless: true, preferences: VIEW_PREFERENCES });
  return { stages: [stageOf(firefox)], close: () => firefox.close() };
}

function stageOf(firefox: Firefox): Stage {
  let address = '';
  let text = 1;
  let fixedHeight: number | undefined;
  let condition: Condition | undefined;
  /** What the tab is set to, in words; owned by `set` and `photograph`. */
  let setTo = '';
  const setHeight = async (height: number): Promise<void> => {
    if (!condition) throw new Error('A stage has no height before its first condition.');
    const { theme, size } = condition;
    await setView(firefox, {
      width: size.width,
      height: Math.ceil(Math.min(height, MOST_HEIGHT)),
      scheme: theme === 'light' ? 'light' : 'dark',
      isForced: theme === 'forced',
    });
  };
  const goto = async (url: string): Promise<void> => {
    address = url;
    await firefox.goto(url);
  };
  const evaluate: Stage['evaluate'] = (fn, arg) => firefox.evaluate(fn, arg);
  return {
    goto,
    evaluate,
    async set(next, height) {
      const wanted = `${conditionName(next)} ${next.size.width} ${height}`;
      if (setTo === wanted) return;
      setTo = wanted;
      condition = next;
      fixedHeight = height;
      if (text !== next.size.text) {
        text = next.size.text;
        await setFontSize(firefox, 16 * text);
        if (address !== '') await goto(address);
      }
      await setHeight(height ?? USUAL_HEIGHT);
    },
    async photograph(mostHeight = MOST_HEIGHT) {
      if (fixedHeight !== undefined) return firefox.screenshot();
      setTo = '';
      await setHeight(Math.min(await contentHeightOn({ evaluate }), mostHeight));
      return firefox.screenshot();
    },
  };
}
