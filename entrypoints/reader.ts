/** The reader: judges what the gate has found, and paints it. The background brings it into pages that may have mentions. */
import { catalogue, rules } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as browser from '../src/browser/in-page.ts';
import { gateSlot, readerSlot, runningReader, stopReading } from '../src/gate/index.ts';
import { POPUP_PORT } from '../src/messages/index.ts';
import { canPaint, dropActivePaint } from '../src/page/index.ts';
import { canHaveText, isFrameTooSmall } from '../src/page/walk.ts';
import { removeLeftovers } from '../src/popover/leftovers.ts';
import {
  privateSettings,
  signalWhileAlive,
  startReader,
  storedSettings,
} from '../src/reader/index.ts';
import { SETTINGS_KEY } from '../src/settings/index.ts';

export default defineUnlistedScript(() => {
  // The popup and the key commands bring the reader, too.
  if (runningReader() || isFrameTooSmall()) return;
  if (!canHaveText() || !canPaint()) {
    stopReading();
    return;
  }
  if (removeLeftovers()) dropActivePaint();
  const signal = signalWhileAlive(browser.isAlive);
  const send = browser.sendMessage;
  const source = { read: () => browser.readRecord(SETTINGS_KEY), send };
  const onGate = startReader(
    {
      ...{ data: { catalogue, rules }, send, read: browser.readRecord },
      say: browser.say,
      locale: browser.locale,
      readSettings: browser.isPrivate() ? privateSettings(source) : storedSettings(source),
      onMessage(listener) {
        browser.onMessage(listener, signal);
      },
      onObserver(listener) {
        browser.onObserver(POPUP_PORT, listener, signal);
      },
    },
    signal,
  );
  if (onGate) {
    readerSlot.set({ signal, onGate, isAlive: browser.isAlive });
    // The gate of a version that has ended would read on, and the page would hold all that both have.
    signal.addEventListener('abort', () => {
      stopReading();
      gateSlot.set(undefined);
      readerSlot.set(undefined);
    });
  }
  // Nothing is read for a reader that does not run here.
  else stopReading();
});
