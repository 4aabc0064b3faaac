/** Asks whether a frame may be read: only the background knows the tab's page. Registered while there are rules for sites. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendOnce } from '../src/browser/in-gate.ts';
import { askToRead } from '../src/gate/index.ts';
import { canHaveText, whenLargeEnough } from '../src/page/walk.ts';

export default defineUnlistedScript(() => {
  if (self === top || !canHaveText()) return;
  whenLargeEnough(() => {
    askToRead(sendOnce);
  });
});
