/**
 * The design tokens as the style sheet itself has them: names from its `:root` rule, values as the browser computes them. Runs in the
 * page; no token is listed here.
 */
import { contrastOf } from '../unit/styles/contrast.ts';

/** Rules of all style sheets, without those in media queries. */
function styleRules(): CSSStyleRule[] {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSStyleRule);
}

/** Names and values of the tokens, in the order of the style sheet. */
export function readTokens(): { name: string; value: string }[] {
  const root = styleRules().find(
    ({ selectorText, style }) => selectorText === ':root' && style.getPropertyValue('--ink') !== '',
  );
  if (!root) throw new Error('No style sheet has the tokens.');
  return [...root.style]
    .filter((name) => name.startsWith('--'))
    .map((name) => ({ name, value: root.style.getPropertyValue(name).trim() }));
}

/** What a property is computed to with a value, in px or as `rgb()`, inside of an element. */
function computed(within: Element, property: string, value: string): string {
  const probe = document.createElement('span');
  // A theme of the system would replace the colours.
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.setProperty(property, value);
  within.append(probe);
  const result = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return result;
}

/** A length in px, as the text size makes it. */
export const pixelsOf = (within: Element, name: string): number =>
  parseFloat(computed(within, 'font-size', `var(${name})`));

/** A colour as `#rrggbb`, in the theme of an element. */
export function colourOf(within: Element, name: string): string {
  const parts = computed(within, 'color', `var(${name})`).match(/\d+/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

export const contrastBetween = (within: Element, one: string, other: string): number =>
  contrastOf(colourOf(within, one), colourOf(within, other));

/**
 * Makes classes of what only a pointer or the focus brings about: `:hover` also applies to `.is-hover`, `:focus-visible` to
 * `.is-focus-visible`. So a page can show both without a hand.
 */
export function copyStates(): void {
  for (const rule of styleRules()) {
    const copy = rule.cssText.replaceAll(/:(hover|focus-visible)\b/g, '.is-$1');
    const sheet = rule.parentStyleSheet;
    if (sheet && copy !== rule.cssText) sheet.insertRule(copy, sheet.cssRules.length);
  }
}
