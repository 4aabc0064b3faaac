/** The detector that ships, for the commands. It is compiled from the bundled data as the extension compiles it. */
import {
  packDetector,
  createDetector,
  type Detector,
  type CompiledDetection,
} from '../detect/index.ts';
import { compileBundledDetection } from './dataset-plugin.ts';

let compiled: CompiledDetection | undefined;

/** Compiled once for each process. */
export function bundledDetection(): CompiledDetection {
  compiled ??= compileBundledDetection();
  return compiled;
}

/** @param cast whether to look for the cast too; a new profile does not */
export function bundledDetector({ cast }: { cast: boolean }): Detector {
  return createDetector(packDetector(bundledDetection()), ({ tier }) => cast || tier === 'main');
}
