/** Asks whether this page may be read. The background registers it for pages that a rule covers in part. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendOnce } from '../src/browser/in-gate.ts';
import { askToRead } from '../src/gate/index.ts';

export default defineUnlistedScript(() => {
  askToRead(sendOnce);
});
