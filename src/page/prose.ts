/** Which text of a page is visible prose: not code, a form field, an editor or hidden. */
import { closest, matches, rootOf } from './dom.ts';
import { isStyledVisible } from './shown.ts';

/** Elements whose text is not prose, or is being typed. Their text is never marked. */
const SKIPPED =
  'head,script,style,noscript,template,textarea,input,select,option,code,kbd,samp,svg,math,canvas,iframe,object,[contenteditable]:not([contenteditable=false]),[role=textbox]';
/** Holds code and tables. A plain-text document is one such element, and is read. */
const PREFORMATTED = 'pre';
/** Chromium shows XML without a stylesheet as a tree, and keeps the source beside it. */
const XML_VIEW = '#webkit-xml-viewer-source-xml,.pretty-print';

const skipped = (): string => {
  const { contentType } = document;
  if (contentType === 'text/plain') return SKIPPED;
  return contentType.endsWith('xml') && contentType !== 'application/xhtml+xml'
    ? `${SKIPPED},${PREFORMATTED},${XML_VIEW}`
    : `${SKIPPED},${PREFORMATTED}`;
};

/** Whether the text of an element is not read. */
export const isSkipped = (element: Element): boolean => matches(element, skipped());

/** Whether the whole document is being edited. */
const isEditor = (): boolean => document.designMode === 'on';

/** How often to check whether the whole document became an editor, in ms. There is no event for it. */
const EDITOR_CHECK_MS = 2000;

/** Reports when the whole document becomes an editor or stops being one. */
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

/** `hidden`: prose that is not visible now. */
export type Prose = 'seen' | 'hidden' | 'none';

/** @param parent of the text */
export function proseIn(parent: Element): Prose {
  if (isEditor()) return 'none';
  for (let element: Element | undefined = parent; element; element = hostOf(element)) {
    if (closest(element, skipped())) return 'none';
  }
  return isStyledVisible(parent) ? 'seen' : 'hidden';
}

/** The host of the shadow tree that an element is in. */
function hostOf(element: Element): Element | undefined {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : undefined;
}
