/**
 * Tells of text that came, went or changed in the document, in batches. Observes `document` itself, which
 * outlives a replaced body and `document.open()`.
 */

/** Pause between a change and its report, in ms: a burst is reported once. */
const SETTLE_MS = 100;

/** What changed since the last report. Nodes may have left the document again. */
export interface TextChanges {
  /** Elements and text nodes that came in; none of them inside another. */
  added: Node[];
  /** Nodes whose neighbourhood changed: edited text, and what stands next to something removed. */
  touched: Node[];
}

export function observeText(report: (changes: TextChanges) => void, signal: AbortSignal): void {
  const added = new Set<Node>();
  const touched = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    const changes = {
      added: [...added].filter((node) => !node.parentNode || !added.has(node.parentNode)),
      touched: [...touched],
    };
    added.clear();
    touched.clear();
    report(changes);
  };

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') touched.add(record.target);
      for (const node of record.addedNodes) added.add(node);
      if (record.removedNodes.length > 0) {
        // What the removed node parted may now be one name.
        if (record.previousSibling) touched.add(record.previousSibling);
        if (record.nextSibling) touched.add(record.nextSibling);
      }
    }
    timer ??= setTimeout(flush, SETTLE_MS);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
