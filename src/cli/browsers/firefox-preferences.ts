/** How Firefox is set up for one run, beside what a run asks for. Data only. */
import { ADDON_ID } from '../addon-id.ts';

/** Fixed, so that the extension's pages have a known address. */
export const ADDON_UUID = '5b7a9c1e-3d2f-4e6a-8b90-1c2d3e4f5a6b';

/** What a Firefox of ours leaves out: first steps, updates and reports. */
export const PREFERENCES = {
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  // Else a panel of the browser takes the focus from the page when a file was saved.
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
  'intl.locale.requested': 'en-GB',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};
