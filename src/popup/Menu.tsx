/** A button with a menu of rarer actions. Owns only whether it is open; menu-keys.ts has the keys. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { menuAction } from './menu-keys.ts';

export interface MenuProps {
  /** What the button is called. */
  label: string;
  items: readonly { label: string; onChoose: () => void }[];
}

export function Menu({ label, items }: MenuProps) {
  /** Index of the item with the focus; undefined while the menu is closed. */
  const [at, setAt] = useState<number>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAt(undefined);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = menuAction(event.key, at, items.length);
    if (action === undefined) return;
    // From the button, the browser itself moves the focus on. Escape would close the whole popup otherwise.
    if (action !== 'leave') event.preventDefault();
    if (typeof action === 'object') setAt(action.focus);
    else close();
  };
  return (
    <div
      class="menu"
      onKeyDown={onKeyDown}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) setAt(undefined);
      }}
    >
      <button
        ref={button}
        type="button"
        class="sign-button"
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        aria-label={label}
        title={label}
        data-sign="⋯"
        onClick={() => {
          setAt(at === undefined ? 0 : undefined);
        }}
      />
      {at !== undefined && <Items {...{ label, items, at, close }} />}
    </div>
  );
}

function Items({ label, items, at, close }: MenuProps & { at: number; close: () => void }) {
  const current = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    current.current?.focus();
  }, [at]);
  return (
    <div
      class="menu-items"
      role="menu"
      aria-label={label}
      // Where a click does not move the focus, the menu must not close before it is chosen from.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {items.map((item, index) => (
        <button
          key={item.label}
          ref={index === at ? current : null}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            item.onChoose();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
