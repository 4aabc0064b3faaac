/** Comes before the gate if the reader has switched on entities of the cast: the gate alone cannot know. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { castSlot } from '../src/gate/index.ts';

export default defineUnlistedScript(() => {
  castSlot.set(true);
});
