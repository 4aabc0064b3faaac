/** What reading the worst settings files of the largest size takes, beside `JSON.parse` of the same text. */
import { DEFAULT_SETTINGS } from '../../src/settings/index.ts';
import { FILE_MAX_BYTES, importSettings } from '../../src/settings/transfer.ts';
import { WORST_CASES } from '../unit/json/worst-cases.ts';
import { medians } from './measure.ts';

export function printImport(): void {
  console.log(`Importing ${FILE_MAX_BYTES / 1024} kB, in ms:`);
  for (const [name, text] of Object.entries(WORST_CASES)) {
    const file = text(FILE_MAX_BYTES - 200);
    const { imported, parsed } = medians(
      {
        imported: () => Number(importSettings(file, DEFAULT_SETTINGS).ok),
        parsed() {
          try {
            return Number(JSON.parse(file) !== undefined);
          } catch {
            return 0;
          }
        },
      },
      500,
    );
    console.log(`${imported.toFixed(0).padStart(6)}  ${name} (JSON.parse: ${parsed.toFixed(0)})`);
  }
}
