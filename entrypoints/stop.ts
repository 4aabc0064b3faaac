/** Ends the gate of a page that the reader has switched off. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { stopReading } from '../src/gate/index.ts';

export default defineUnlistedScript(() => {
  stopReading();
});
