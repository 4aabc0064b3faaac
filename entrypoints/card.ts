/** The card with its popover and the notices, for the reader that runs in the same document. */
import { cards } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../assets/styles/in-page.css?inline';
import { createNotices, startPopover } from '../src/popover/index.ts';
import { cardSlot } from '../src/reader/card-script.ts';
import { createPageCards } from '../src/reader/page-card.tsx';

export default defineUnlistedScript(() => {
  cardSlot.set({ createPageCards, createNotices, startPopover, css, cards });
});
