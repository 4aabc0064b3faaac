/** The detector that is shipped: built from the bundled dataset as the extension builds it. */
import { loadDataset } from '../../../src/cli/dataset-plugin.ts';
import { compileDataset, type EntityDetection } from '../../../src/dataset/index.ts';
import { createDetector, type Detector } from '../../../src/detect/index.ts';

export function bundledDetector(): Detector {
  const { detection } = compileDataset(loadDataset());
  return createDetector(JSON.parse(detection) as EntityDetection[]);
}
