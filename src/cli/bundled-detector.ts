/** The detector that ships, for the commands. It is compiled from the bundled data as the extension compiles it. */
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

/** @param cast whether to look for the cast too; a new profile does not */
export function bundledDetector({ cast }: { cast: boolean }): Detector {
  return createDetector(compileDetector(bundledDetection()), ({ tier }) => cast || tier === 'main');
}
