/** Two suites: `unit` in plain Node, `e2e` with the built extension in real browsers. */
import { defineConfig } from 'vitest/config';
import { datasetPlugin } from './src/cli/dataset-plugin.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [datasetPlugin()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        plugins: [datasetPlugin()],
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
