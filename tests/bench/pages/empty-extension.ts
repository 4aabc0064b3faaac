/** Throw-away extensions that something is measured against: with nothing in it, or with one content script. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ThrowAway {
  path: string;
  remove: () => void;
}

/** @param script a content script that runs where and when ours does; none by default */
export function emptyExtension(script?: string): ThrowAway {
  const path = mkdtempSync(join(tmpdir(), 'empty-extension-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
    content_scripts:
      script === undefined
        ? []
        : [
            {
              matches: ['http://*/*'],
              js: ['script.js'],
              run_at: 'document_idle',
              all_frames: true,
              match_about_blank: true,
              match_origin_as_fallback: true,
            },
          ],
  };
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(path, 'background.js'), '');
  writeFileSync(join(path, 'script.js'), script ?? '');
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
