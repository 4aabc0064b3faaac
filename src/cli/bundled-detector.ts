/** The detector that is shipped, for commands: built from the bundled data as the extension builds it. */
import { createDetector, type Detector, type PreparedDetection } from '../detect/index.ts';
import { compileBundled } from './dataset-plugin.ts';

export function bundledDetection(): PreparedDetection {
  return JSON.parse(compileBundled().detection) as PreparedDetection;
}

/** @param cast whether the supporting cast is looked for too; a fresh profile has it switched off */
export function bundledDetector({ cast }: { cast: boolean }): Detector {
  const { entities, linguistics } = bundledDetection();
  return createDetector({
    entities: entities.filter(({ tier }) => cast || tier === 'main'),
    linguistics,
  });
}
