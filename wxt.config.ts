/**
 * Manifest and build. The scripts for pages are no content scripts of WXT, whose context announces the extension to every page
 * (docs/decisions/0005-own-content-script-life-cycle.md). The background brings them.
 */
import { defineConfig } from 'wxt';
import { ALL_PAGES } from './src/background/places.ts';
import { ADDON_ID } from './src/cli/addon-id.ts';
import { datasetPlugin } from './src/cli/dataset-plugin.ts';
import { ICON_SIZES } from './src/cli/icon-sizes.ts';
import { collectNotices } from './src/cli/notices.ts';
import { pageStylesPlugin } from './src/cli/page-styles.ts';
import { zodPlugin } from './src/cli/zod-plugin.ts';
import { managedSchema } from './src/policy/managed-schema.ts';

const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** What Chromium lets an organisation's policy hold. */
const POLICY_SCHEMA = 'policy-schema.json';
const icons = Object.fromEntries(ICON_SIZES.on.map((size) => [size, `icon/${size}.png`]));

/** One list for all scripts of a build, each of which is bundled by itself. */
const notices = collectNotices();

/** A key command: a suggested key, and what it does by its key in the catalogue. */
const keyCommand = (key: string, message: string) => ({
  suggested_key: { default: key },
  description: `__MSG_${message}__`,
});

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  publicDir: 'assets/public',
  vite: () => ({
    plugins: [datasetPlugin(), pageStylesPlugin(), zodPlugin(), notices.plugin],
    // The floors of the manifest below: newer syntax and CSS stay as written.
    build: {
      target: ['chrome144', 'firefox153'],
      // The polyfill fetches, and nothing here may; both browsers preload by themselves.
      modulePreload: { polyfill: false },
      // Smaller, and in plain quotes: V8 takes twice as long over a long template literal.
      minify: 'terser',
      // A long text stands once in its chunk, however often it is used: half of the list of public suffixes.
      rolldownOptions: { optimization: { inlineConst: false } },
      terserOptions: {
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true },
        // Without its parentheses V8 reads the whole script twice: first as a function that may never be called.
        format: { wrap_iife: true },
      },
    },
  }),
  hooks: {
    // Both browsers need a highlight stylesheet of their own; only one goes into each build.
    'build:publicAssets': (wxt, files) => {
      const other = wxt.config.browser === 'firefox' ? 'chromium' : 'firefox';
      const unwanted = files.findIndex((file) => file.relativeDest === `highlights.${other}.css`);
      if (unwanted >= 0) files.splice(unwanted, 1);
      // Firefox has no use for it.
      if (wxt.config.browser === 'firefox') return;
      const contents = `${JSON.stringify(managedSchema(), null, 2)}\n`;
      files.push({ relativeDest: POLICY_SCHEMA, contents });
    },
    'build:done': (wxt) => {
      notices.write(wxt.config.outDir);
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons,
    omnibox: { keyword: 'bg' },
    // None of these warns. `activeTab` reads one page on a click where the browser withholds the sites below.
    permissions: [
      ...['storage', 'activeTab', 'scripting', 'alarms'],
      // Firefox's background may start workers by itself.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // The background brings scripts into pages (src/browser/scripts.ts). Browsers warn of this as of content scripts.
    host_permissions: ALL_PAGES,
    // Keys that neither browser nor screen readers use; each can be changed in the browser.
    commands: {
      'next-mention': keyCommand('Alt+Period', 'commandNext'),
      'previous-mention': keyCommand('Alt+Comma', 'commandPrevious'),
      'open-mention': keyCommand('Alt+Shift+O', 'commandOpen'),
      'switch-site': keyCommand('Alt+Shift+U', 'commandSwitch'),
    },
    // In dev mode WXT's own policy lets its pages reload live.
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGE_POLICY } } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: ADDON_ID,
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144', storage: { managed_schema: POLICY_SCHEMA } }),
  }),
});
