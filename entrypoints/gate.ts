/** The gate: scans the page, and asks for the reader if there may be a mention. The background registers it for all sites. */
import { quickLook, scanner } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isAlive, sendOnce } from '../src/browser/in-gate.ts';
import { readScanning, type Scanning } from '../src/detect/index.ts';
import { startGate } from '../src/gate/index.ts';

export default defineUnlistedScript(() => {
  let scanning: Scanning | undefined;
  // A function that all gates share would be longer, and every page pays for it.
  const scanningOnce = (): Scanning => (scanning ??= readScanning(scanner));
  startGate({ quickLook, scanning: scanningOnce, isAlive, send: sendOnce });
});
