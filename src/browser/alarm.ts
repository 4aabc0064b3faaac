/** One alarm, which wakes the background. The browser forgets it when it is closed. */
import browser from 'webextension-polyfill';
import type { Alarm } from './interfaces.ts';

const NAME = 'settings';

export const setAlarm: Alarm['setAlarm'] = async (at) => {
  await browser.alarms.clear(NAME);
  if (at !== undefined) await browser.alarms.create(NAME, { when: at });
};

export const onAlarm: Alarm['onAlarm'] = (listener) => {
  browser.alarms.onAlarm.addListener(() => {
    listener();
  });
};
