/** The popup: this page, this site, and a search over the dataset. The stylesheet is popup.css. */
export { startPopup, type PopupParts } from './popup.tsx';
