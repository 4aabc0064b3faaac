/** The in-page popover. Its stylesheet is popover.css, which goes with the card's. */
export { startPopover, type Popover, type PopoverGuide } from './popover.ts';
