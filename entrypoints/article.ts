/** Put into a page when somebody checks a dataset against it: gives the paragraphs of its article, and does nothing else. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { articleParagraphs } from '../src/page/article.ts';

export default defineUnlistedScript({
  // So that the script's last value is what it gives.
  globalName: true,
  main: () => articleParagraphs(document),
});
