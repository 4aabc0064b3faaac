/** The unit tests as mutation testing runs them: without those on what stands in files, which it writes anew. */
import { defineConfig } from 'vitest/config';
import { datasetPlugin } from '../../src/cli/dataset-plugin.ts';

export default defineConfig({
  plugins: [datasetPlugin()],
  test: {
    include: process.env['MUTATION_TESTS']?.split(',') ?? ['tests/unit/**/*.test.{ts,tsx}'],
    exclude: ['tests/unit/conventions.test.ts', 'tests/unit/documents.test.ts'],
    // Stryker ends what hangs. Here nothing is about time.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // A random input may kill a mutant once and miss it the next time, so what is counted would not stand still.
    setupFiles: ['tests/mutation/same-inputs.ts'],
  },
});
