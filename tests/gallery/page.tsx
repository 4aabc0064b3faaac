/** The gallery's page of a page: text with mentions, painted and with the popover's own host, as in any page. */
import css from '../../assets/styles/in-page.css?inline';
import { knowledge as bundled } from 'virtual:dataset';
import { CardTools, EntityCard, type CardToolsProps } from '../../src/card/index.ts';
import { contextOf, type Knowledge } from '../../src/dataset/index.ts';
import type { Mention } from '../../src/detect/index.ts';
import { directionOf, type Wording } from '../../src/locale/index.ts';
import { createPainter, linesOf, textStyleAt, type Mark } from '../../src/page/index.ts';
import { createHost, HEADING_ID } from '../../src/popover/host.ts';
import { createNotices } from '../../src/popover/index.ts';
import { markedOf } from '../../src/reader/marking.ts';
import '../../assets/public/highlights.chromium.css';
import './page.css';
import { NO_ACTIONS, noAction, show } from './show.ts';
import type { Scene } from './states-page.ts';

/** Nothing is pressed while it is looked at. */
const actions: Record<Extract<keyof CardToolsProps, `on${string}`>, () => void> = NO_ACTIONS;

const lookIn = ({ locale }: Wording) => ({ css, lang: locale, dir: directionOf(locale) });
/** What stands for detection here: the names that the scenes have. */
const NAMES: Record<string, string> = {
  'Antony Blinken': 'antony-blinken',
  Blinken: 'antony-blinken',
  'David Lammy': 'david-lammy',
  Zelenskyy: 'volodymyr-zelenskyy',
  'Storm Shadow': 'storm-shadow',
  NATO: 'nato-interception',
};
const TODAY = new Date(2026, 10, 22, 12);

show(
  'page',
  ({ name, scene }) => {
    document.body.classList.toggle('dark', scene.look === 'dark');
    document.body.classList.toggle('vertical', scene.look === 'vertical');
    document.body.classList.toggle('many', scene.paragraphs.length > 12);
    const text = (
      <>
        <h1>{name}</h1>
        {scene.paragraphs.map((paragraph, at) =>
          paragraph.startsWith('# ') ? (
            <h2 key={at}>{paragraph.slice(2)}</h2>
          ) : (
            <p key={at}>{paragraph}</p>
          ),
        )}
      </>
    );
    return <main>{scene.look === 'in-dialog' ? <dialog>{text}</dialog> : text}</main>;
  },
  ({ scene }, wording, signal) => {
    document.querySelector('dialog')?.showModal();
    const marks = marksOf(document.body);
    const painter = createPainter(signal);
    painter.paint(markedOf(marks, scene.marking ?? 'all'), scene.style ?? 'dotted');
    if (scene.notice) giveNotice(scene.notice, wording, signal);
    const mark = marks.find(({ label }) => label.surface.startsWith(scene.word ?? '-'));
    if (!mark) return;
    painter.paintActive(mark);
    openCard(mark, marks, scene, { wording, signal });
  },
);

function marksOf(root: Node): Mark<Mention>[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const marks: Mark<Mention>[] = [];
  const names = new RegExp(Object.keys(NAMES).join('|'), 'g');
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (const { 0: surface, index } of node.data.matchAll(names)) {
      const span = {
        startContainer: node,
        startOffset: index,
        endContainer: node,
        endOffset: index + surface.length,
      };
      const entity = NAMES[surface] ?? '';
      const label = { entity, surface, rule: 'full-name' } as Mention;
      const range = new StaticRange(span);
      const painted = [{ range, paint: '' }];
      marks.push({ ...span, nodes: [node], label, range, painted, text: surface });
    }
  }
  return marks;
}

function openCard(
  mark: Mark<Mention>,
  marks: readonly Mark<Mention>[],
  { sheet = false }: Scene,
  { wording, signal }: { wording: Wording; signal: AbortSignal },
): void {
  const context = contextOf(JSON.parse(bundled) as Knowledge, mark.label.entity);
  if (!context) throw new Error(`The dataset has no ${mark.label.entity}.`);
  const host = createHost(lookIn(wording), signal);
  const card = (
    <>
      <EntityCard
        {...{ context, today: TODAY, headingId: HEADING_ID, isWhole: false }}
        {...wording}
        onOpen={noAction}
        onCopy={noAction}
      />
      <CardTools
        {...actions}
        say={wording.say}
        position={marks.indexOf(mark) + 1}
        total={marks.length}
        isWhole={false}
        pinned={false}
      />
    </>
  );
  const place = () => {
    const lines = linesOf(mark);
    const [line] = lines;
    if (!line) throw new Error('The word is not to be seen.');
    const pointerX = (line.left + line.right) / 2;
    const word = {
      left: line.left,
      right: line.right,
      top: Math.min(...lines.map(({ top }) => top)),
      bottom: Math.max(...lines.map(({ bottom }) => bottom)),
    };
    return { word, pointerX, sheet, ...textStyleAt(mark.startContainer) };
  };
  const note = (): void => {
    document.documentElement.dataset['box'] = JSON.stringify(host.box());
  };
  const comeInto = (): void => {
    mark.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  };
  comeInto();
  host.show(card, place());
  note();
  const follow = (): void => {
    comeInto();
    host.move(place());
    note();
  };
  addEventListener('resize', follow, { signal });
}

function giveNotice(
  what: NonNullable<Scene['notice']>,
  wording: Wording,
  signal: AbortSignal,
): void {
  const { say } = wording;
  const text =
    what === 'site'
      ? say('siteIsOff', 'news.example')
      : say('mentionIsOff', 'Schwarzenberg-Hohenlohe-Waldenburg-Schillingsfürst', 'news.example');
  createNotices(() => lookIn(wording), signal).offer(text, say('undo'), noAction);
}
