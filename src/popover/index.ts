/** The in-page popover and notices. Their stylesheet is popover.css, which goes with the card's. */
export type { Appearance } from './shell.ts';
export { createNotices, type Notices } from './notice.ts';
export { startPopover, type Popover, type PopoverGuide } from './popover.ts';
