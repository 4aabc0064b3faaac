/** The gate for all datasets that are on. The background registers it in place of gate.ts while a dataset is added and on. */
import { quickLook, scanner } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive, readRecord, sendOnce } from '../src/browser/in-gate.ts';
import { startGateWithLibrary } from '../src/gate/index.ts';

// The browser waits for the promise: who brought the script can count on the gate.
export default defineUnlistedScript({
  main: () =>
    startGateWithLibrary({ quickLook, scanner, isAlive, send: sendOnce, read: readRecord }),
});
