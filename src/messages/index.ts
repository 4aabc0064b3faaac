/** The protocol between the popup and the content script. */
export const POPUP_PORT = 'backgrounder-popup';

/** What one frame of a page tells the popup, at once and whenever it changes. */
export interface PageState {
  kind: 'page-state';
  /** As `siteOf` names it. */
  site: string;
  /** Whether this is the tab's main document. */
  top: boolean;
  /** Whether the product works here. */
  on: boolean;
  /** Mentions by entity id. */
  counts: Record<string, number>;
}
