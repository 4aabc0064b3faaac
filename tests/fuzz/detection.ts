/** The detector that ships, compiled once for the targets that need it. */
import { bundledDetection } from '../../src/cli/bundled-detector.ts';
import { createDetector, packDetector } from '../../src/detect/index.ts';

const detection = bundledDetection();

export const mainEntities = detection.entities.filter(({ tier }) => tier === 'main');
export const packed = packDetector(detection);
/** As a new profile has it: the main entities alone. */
export const detector = createDetector(packed, ({ tier }) => tier === 'main');
