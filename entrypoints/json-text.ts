/** Put into a tab when the popup opens over JSON: gives the document's text, and does nothing else. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { jsonText } from '../src/page/article.ts';

export default defineUnlistedScript({
  // So that the script's last value is what it gives.
  globalName: true,
  main: () => jsonText(document),
});
