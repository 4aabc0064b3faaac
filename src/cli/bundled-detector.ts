/** The detector that is shipped, for commands: built from the bundled data as the extension builds it. */
import {
  compileDetector,
  createDetector,
  type Detector,
  type PreparedDetection,
} from '../detect/index.ts';
import { prepareBundled } from './dataset-plugin.ts';

export function bundledDetection(): PreparedDetection {
  return prepareBundled();
}

/** @param cast whether the supporting cast is looked for too; a fresh profile has it switched off */
export function bundledDetector({ cast }: { cast: boolean }): Detector {
  return createDetector(compileDetector(bundledDetection()), ({ tier }) => cast || tier === 'main');
}
