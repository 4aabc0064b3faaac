/**
 * The keys of the popup's menu, as the ARIA Authoring Practices describe a menu button. Pure: says what a key means, and Menu.tsx
 * does it.
 */

/** The item to focus, or that the menu closes; `leave` closes it and lets the focus move on. */
export type MenuAction = { focus: number } | 'close' | 'leave';

/**
 * @param key as `KeyboardEvent.key` names it
 * @param at index of the focused item; undefined while the menu is closed
 * @param count how many items there are
 * @returns undefined for keys that the menu does not use
 */
export function menuAction(
  key: string,
  at: number | undefined,
  count: number,
): MenuAction | undefined {
  const last = count - 1;
  if (at === undefined) {
    if (key === 'ArrowDown') return { focus: 0 };
    return key === 'ArrowUp' ? { focus: last } : undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return { focus: at >= last ? 0 : at + 1 };
    case 'ArrowUp':
      return { focus: at <= 0 ? last : at - 1 };
    case 'Home':
      return { focus: 0 };
    case 'End':
      return { focus: last };
    case 'Escape':
      return 'close';
    case 'Tab':
      return 'leave';
    default:
      return undefined;
  }
}
