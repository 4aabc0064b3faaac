/** Two suites: `unit` in plain Node, `e2e` with the built extension in real browsers. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { datasetPlugin } from './src/cli/dataset-plugin.ts';

/** In ms. Ends a test that hangs, and nothing else: a slow or busy machine takes a tenth of it. */
const HANG_MS = 900_000;

const limits = { testTimeout: HANG_MS, hookTimeout: HANG_MS };

/** The files that take longest. Begun last, one of them would run on alone. */
const LONGEST = ['hostile', 'gallery.chromium'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isFile = ({ moduleId }: TestSpecification, name: string): boolean =>
      moduleId.endsWith(`/tests/e2e/${name}.test.ts`);
    const sorted = await super.sort(files);
    const long = LONGEST.flatMap((name) => sorted.filter((file) => isFile(file, name)));
    return [...long, ...sorted.filter((file) => !long.includes(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [datasetPlugin()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Modules are loaded and the dataset is compiled once for each worker, and not for each file: that was most of the time.
          // So a test that changes something global puts it back.
          isolate: false,
          // The commands that tests call compile their modules once, and not at every call.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/commands') },
          ...limits,
        },
      },
      {
        plugins: [datasetPlugin()],
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // The tests wait more than they work: three at a time keep two cores busy (12 minutes in place of 26).
          maxWorkers: 3,
          ...limits,
        },
      },
    ],
  },
});
