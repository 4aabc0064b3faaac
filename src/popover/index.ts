/** The popover and the notices in a page. Their stylesheet, popover.css, is used together with the card's. */
export type { Appearance } from './shell.ts';
export { createNotices, type Notices } from './notice.ts';
export type { FirstMove } from './pointer.ts';
export { startPopover, type Popover, type PopoverGuide } from './popover.ts';
