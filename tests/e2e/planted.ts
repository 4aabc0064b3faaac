/**
 * A copy of a build that asks the network for something in every one of its parts: what the recording must catch.
 * The copy has no content security policy, since ours would refuse most of these requests before they are made.
 */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the copy asks for in one visit, in the order of the alphabet; a path alone is at the page's own server. */
export const PLANTED = [
  'CONNECT planted-background.example:443',
  'CONNECT planted-options.example:443',
  'CONNECT planted-popup.example:443',
  'GET /planted-at-home',
  'GET http://planted-card.example/',
  'GET http://planted-gate.example/',
  'GET http://planted-picture.example/',
  'GET http://planted-reader.example/',
];

const IN_READER = `;
fetch('http://planted-reader.example/');
new Image().src = 'http://planted-picture.example/';
fetch(location.origin + '/planted-at-home');
`;

export interface PlantedBuild {
  /** Folder of the copy. */
  path: string;
  remove(): void;
}

/** Makes the copy in a folder of its own. @param build folder of the build, which stays as it is */
export function plantRequests(build: string): PlantedBuild {
  const path = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(build, path, { recursive: true });
  const inCopy = (name: string): string => join(path, name);
  const manifest = JSON.parse(readFileSync(inCopy('manifest.json'), 'utf8')) as object;
  writeFileSync(
    inCopy('manifest.json'),
    JSON.stringify({ ...manifest, content_security_policy: undefined }),
  );
  appendFileSync(inCopy('reader.js'), IN_READER);
  for (const name of ['gate', 'card']) {
    appendFileSync(inCopy(`${name}.js`), `;\nfetch('http://planted-${name}.example/');\n`);
  }
  appendFileSync(inCopy('background.js'), `;\nfetch('https://planted-background.example/');\n`);
  for (const page of ['popup', 'options']) {
    appendFileSync(inCopy(`${page}.html`), `<script src="planted-${page}.js"></script>`);
    writeFileSync(inCopy(`planted-${page}.js`), `fetch('https://planted-${page}.example/');`);
  }
  return {
    path,
    remove() {
      rmSync(path, { recursive: true });
    },
  };
}
