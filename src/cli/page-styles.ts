/**
 * Vite plugin for the stylesheet that goes into web pages (assets/styles/in-page.css): every `var()` becomes the value of
 * its token, every font stack its generic family. A page can redefine a custom property or a font's name, also for
 * elements inside a shadow root; it cannot redefine a value. Knows the tokens' file, no browser.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const TOKENS_FILE = fileURLToPath(new URL('../../assets/styles/tokens.css', import.meta.url));
/** The stylesheet, however it is imported. */
const IN_PAGE = /[\\/]in-page\.css(?:$|\?)/;

/**
 * Families that neither browser takes from a page's `@font-face` rules. The other generic ones, such as
 * `ui-serif`, are looked up by name first.
 */
const GENERIC_FAMILIES = ['serif', 'sans-serif', 'monospace', 'system-ui'];

/**
 * The tokens by name, as values.
 * @param css text of tokens.css
 * @throws Error that names a font stack without a generic family
 */
export function readTokens(css: string): Map<string, string> {
  const declarations = css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return new Map(
    [...declarations].map(([, name = '', value = '']) => {
      const plain = value.trim().replaceAll(/\s+/g, ' ');
      return [name, name.startsWith('--font-') ? genericOf(name, plain) : plain];
    }),
  );
}

function genericOf(name: string, stack: string): string {
  const families = stack.split(',').map((family) => family.trim());
  const generic = families.filter((family) => GENERIC_FAMILIES.includes(family));
  if (generic.length > 0) return generic.join(', ');
  const known = GENERIC_FAMILIES.join(', ');
  throw new Error(`tokens.css: ${name} needs one of ${known}: web pages get no other family.`);
}

/**
 * A stylesheet without custom properties.
 * @throws Error that names what is left: a property that is no token, or one that is declared here
 */
export function withoutTokens(css: string, tokens: ReadonlyMap<string, string>): string {
  const plain = css.replaceAll(/var\(\s*(--[\w-]+)\s*\)/g, (_, name: string) => {
    const value = tokens.get(name);
    if (value === undefined)
      throw new Error(`in-page.css uses ${name}, which is not in tokens.css.`);
    return value;
  });
  const left = /(?<![\w-])--[a-z][\w-]*/i.exec(plain.replaceAll(/\/\*[^]*?\*\//g, ''));
  if (!left) return plain;
  throw new Error(
    `in-page.css has ${left[0]}: a page can redefine it. Put it into tokens.css and use it as var(${left[0]}), without a fallback.`,
  );
}

/** @param fonts other families for some of the font tokens: a picture's own, so that it is the same on every machine */
export function pageStylesPlugin(fonts: Readonly<Record<string, string>> = {}): Plugin {
  return {
    name: 'backgrounder-page-styles',
    transform(css, id) {
      if (!IN_PAGE.test(id)) return null;
      this.addWatchFile(TOKENS_FILE);
      const tokens = readTokens(readFileSync(TOKENS_FILE, 'utf8'));
      for (const [name, families] of Object.entries(fonts)) tokens.set(name, families);
      return { code: withoutTokens(css, tokens), map: null };
    },
  };
}
