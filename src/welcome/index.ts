/**
 * The welcome page, which opens after the first installation. The style sheet is welcome.css, on that of the options page.
 * tests/e2e/welcome.test.ts covers it.
 */
export { startWelcome, type WelcomeParts } from './welcome.tsx';
