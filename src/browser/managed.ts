/** The policy that an organisation has set for this extension, as the browser hands it over. */
import browser from 'webextension-polyfill';
import type { ManagedStorage } from './interfaces.ts';
import { browserName } from './runtime.ts';

const { managed } = browser.storage;

/** In Firefox, to ask without a policy is an error. */
const orNone = <Value>(asked: Promise<Value>, none: Value): Promise<Value> =>
  browserName === 'firefox' ? asked.catch(() => none) : asked;

export const managedNames: ManagedStorage['managedNames'] = () => orNone(managed.getKeys(), []);

export const readManaged: ManagedStorage['readManaged'] = (names) =>
  // Without names the browser would hand over everything.
  names.length === 0 ? Promise.resolve({}) : orNone(managed.get([...names]), {});

export const onManaged: ManagedStorage['onManaged'] = (listener) => {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener();
  });
};
