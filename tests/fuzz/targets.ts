/** Every fuzz target, by the border that it tries. */
import type { FuzzTarget } from './target.ts';
import { datasetTarget } from './targets/dataset.ts';
import { datasetFileTarget } from './targets/dataset-file.ts';
import { importTarget } from './targets/import.ts';
import { judgeTarget } from './targets/judge.ts';
import { messagesTarget } from './targets/messages.ts';
import { policiesTarget } from './targets/policies.ts';
import { recordsTarget } from './targets/records.ts';
import { scannerTarget } from './targets/scanner.ts';
import { siteRulesTarget } from './targets/site-rules.ts';

export const TARGETS: readonly FuzzTarget[] = [
  datasetTarget,
  datasetFileTarget,
  importTarget,
  messagesTarget,
  scannerTarget,
  judgeTarget,
  siteRulesTarget,
  policiesTarget,
  recordsTarget,
];
