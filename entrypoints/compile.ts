/** The worker that compiles added datasets, beside a page of the extension (src/browser/worker.ts). */
import { knowledge, linguistics, triggers } from 'virtual:dataset';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readKnowledge } from '../src/dataset/index.ts';
import { answerTasks } from '../src/library/worker.ts';

export default defineUnlistedScript(() => {
  answerTasks(() => ({
    knowledge: readKnowledge(knowledge),
    ...{ linguistics, triggers },
  }));
});
