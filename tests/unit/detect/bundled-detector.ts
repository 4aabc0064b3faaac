/** The detector that is shipped: built from the bundled dataset as the extension builds it, with the cast off. */
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset, type CompiledDetection } from '../../../src/dataset/index.ts';
import { createDetector, type Detector } from '../../../src/detect/index.ts';

export function bundledDetector(): Detector {
  const { detection } = compileDataset(loadDataset());
  const entities = JSON.parse(detection) as CompiledDetection[];
  return createDetector(entities.filter(({ tier }) => tier === 'main'));
}
