/** An extension with nothing in it, for browsers that something is measured against. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function emptyExtension(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'empty-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
  };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(path, 'background.js'), '');
  writeFileSync(
    join(path, 'popup.html'),
    '<!doctype html><title>Empty</title><body><p>Empty</p><input autofocus>',
  );
  return {
    path,
    remove() {
      rmSync(path, { recursive: true });
    },
  };
}
