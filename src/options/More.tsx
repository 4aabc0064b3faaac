/** A fold for what few readers need. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface MoreProps {
  summary: string;
  /** Unfolds it once this becomes true. Never folds it, because the reader may be in it. */
  isOpen?: boolean;
  children: ComponentChildren;
}

export function More({ summary, isOpen = false, children }: MoreProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (isOpen && fold.current) fold.current.open = true;
  }, [isOpen]);
  return (
    <details ref={fold} class="more">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
