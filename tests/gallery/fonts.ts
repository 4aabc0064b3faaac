/**
 * The gallery's own fonts, so that its pictures are the same on every machine: the product takes the system's. Runs
 * in the page.
 */
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/600.css';
import '@fontsource/noto-sans-mono/400.css';
import '@fontsource/noto-serif/400.css';
import '@fontsource/noto-serif/400-italic.css';
import '@fontsource/noto-serif/600.css';
import './fonts.css';

/** A letter of each part of the fonts that the states are written in; parts come when they are first wanted. */
const LETTERS = 'aż¶Щіςứع';

/** Resolves when text can be drawn and measured. */
export async function loadFonts(): Promise<void> {
  const faces = [...document.fonts].map(
    ({ family, style, weight }) => `${style} ${weight} 16px ${family}`,
  );
  await Promise.all([...new Set(faces)].map((face) => document.fonts.load(face, LETTERS)));
}
