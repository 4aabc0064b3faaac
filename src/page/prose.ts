/** Which text of a page is prose that a reader sees: neither code, nor a field, nor an editor, nor hidden. */
import { closest, matches, rootOf } from './dom.ts';
import { isStyledVisible } from './shown.ts';

/** Elements whose text is not prose, or is being typed. Page text in them is never marked. */
const SKIPPED =
  'head,script,style,noscript,template,textarea,input,select,option,code,kbd,samp,svg,math,canvas,iframe,object,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** Holds code and tables, except that a plain-text document is nothing else. */
const PREFORMATTED = 'pre';
/** Chromium shows XML without a style as a tree of its source, and keeps the source beside it. */
const XML_VIEW = '#webkit-xml-viewer-source-xml,.pretty-print';

const skipped = (): string => {
  const { contentType } = document;
  if (contentType === 'text/plain') return SKIPPED;
  return contentType.endsWith('xml') && contentType !== 'application/xhtml+xml'
    ? `${SKIPPED},${PREFORMATTED},${XML_VIEW}`
    : `${SKIPPED},${PREFORMATTED}`;
};

/** Whether an element stands in a run of text for something that is not read. */
export const isSkipped = (element: Element): boolean => matches(element, skipped());

/** Whether the whole document is being edited. */
const isEditor = (): boolean => document.designMode === 'on';

/** How often the document is asked whether it has become an editor as a whole, of which no event tells; in ms. */
const EDITOR_CHECK_MS = 2000;

/** Tells when the whole document becomes an editor, and when it is none any more. */
export function whenEditorSwitched(onSwitch: () => void, signal: AbortSignal): void {
  let wasEditor = isEditor();
  const check = setInterval(() => {
    if (isEditor() === wasEditor) return;
    wasEditor = isEditor();
    onSwitch();
  }, EDITOR_CHECK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(check);
  });
}

/** `hidden`: prose, but nobody sees it now. */
export type Prose = 'seen' | 'hidden' | 'none';

/** @param parent of the text */
export function proseIn(parent: Element): Prose {
  if (isEditor()) return 'none';
  for (let element: Element | undefined = parent; element; element = hostOf(element)) {
    if (closest(element, skipped())) return 'none';
  }
  return isStyledVisible(parent) ? 'seen' : 'hidden';
}

/** The element that a shadow tree hangs on. */
function hostOf(element: Element): Element | undefined {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : undefined;
}
