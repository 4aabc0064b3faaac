/** A style sheet as a list of declarations, for tests that look for what none of them may have. */
export interface Declaration {
  property: string;
  value: string;
}

/** The declarations of a style sheet, in order; custom properties, selectors and media queries are none. */
export function declarationsOf(css: string): Declaration[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '').replace(/(["'])(?:\\.|(?!\1).)*\1/gs, '""');
  return [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => ({ property, value: value.trim().replace(/\s+/g, ' ') }),
  );
}
