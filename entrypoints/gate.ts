/** The gate: scans the page, and asks for the reader if there may be a mention. The background registers it for all sites. */
import { quickLook, scanner } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive, sendOnce } from '../src/browser/in-gate.ts';
import { scanningWith, startGate } from '../src/gate/index.ts';

export default defineUnlistedScript(() => {
  startGate({ quickLook, scanning: scanningWith(scanner), isAlive, send: sendOnce });
});
