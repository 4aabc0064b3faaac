/** Put into the active tab when the popup opens: gives the document's text if it is JSON, and does nothing else. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FILE_BYTES_MAX } from '../src/dataset/index.ts';
import { jsonText } from '../src/page/article.ts';

export default defineUnlistedScript({
  // So that the script's last value is what it gives.
  globalName: true,
  main: () => jsonText(document, FILE_BYTES_MAX),
});
