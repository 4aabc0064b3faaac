/** A part of the card that opens under its heading. Draws its content only while it is open. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface FoldProps {
  heading: string;
  /** How many entries are in it, if that says something. */
  count?: number;
  /** What stands behind the heading in small type. */
  note?: ComponentChildren;
  /** Whether it is open at first. */
  isOpen?: boolean;
  /** Called when it opens or closes. */
  onFold?: (() => void) | undefined;
  children: ComponentChildren;
}

export function Fold({
  heading,
  count,
  note,
  isOpen: wasOpen = false,
  onFold,
  children,
}: FoldProps) {
  const [isOpen, setOpen] = useState(wasOpen);
  return (
    <details
      class="card-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        onFold?.();
      }}
    >
      <summary>
        <h3>{heading}</h3>
        {count !== undefined && <span class="card-count"> {count}</span>}
        {note}
      </summary>
      {isOpen && children}
    </details>
  );
}
