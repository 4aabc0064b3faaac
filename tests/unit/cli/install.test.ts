/**
 * Getting a browser on machines in every condition. The package command is a stand-in: a script that keeps a list,
 * reads an archive and installs a "browser" that says its version, as the distribution's own command does.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FLOORS } from '../../../src/cli/browsers/find.ts';
import { ensureBrowser } from '../../../src/cli/browsers/install.ts';

const FLOOR = FLOORS.firefox;
const PLATFORM = process.platform;
let machine: string;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'backgrounder-machine-'));
  // Nothing but what the stand-in installs is on this machine, whichever runs the test.
  Object.defineProperty(process, 'platform', { value: 'linux' });
  vi.stubEnv('PATH', machine);
  vi.stubEnv('BACKGROUNDER_FIREFOX', '');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: PLATFORM });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(machine, { recursive: true, force: true });
});

function script(name: string, text: string): string {
  const path = join(machine, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

const browser = (major: number, name = 'firefox-esr'): string =>
  script(name, `echo "Mozilla Firefox ${major}.7.0esr"`);

/** @param archive the version that the network offers; undefined where there is no network */
function packageCommand({ list, archive }: { list?: number; archive?: number }): string {
  if (list !== undefined) writeFileSync(join(machine, 'list'), String(list));
  if (archive !== undefined) writeFileSync(join(machine, 'archive'), String(archive));
  return script(
    'apt-get',
    `cd '${machine}'
echo "$*" >> calls
read() { IFS= command read -r "$1" < "$2" 2>/dev/null; }
case "$*" in
  *update) [ -f archive ] || exit 100
    read version archive; echo "$version" > list ;;
  *" install "*) [ -f list ] || exit 100
    read version list
    echo '#!/bin/sh' > firefox-esr
    echo "echo Mozilla Firefox $version.7.0esr" >> firefox-esr
    /bin/chmod 755 firefox-esr ;;
esac`,
  );
}

const calls = (): string => readFileSync(join(machine, 'calls'), 'utf8');
const message = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
};

describe('a browser is found or installed', () => {
  test.each<[string, { list?: number; archive?: number }]>([
    ['a fresh list', { list: FLOOR, archive: FLOOR }],
    ['a list that is months old', { list: FLOOR - 13, archive: FLOOR }],
    ['no list', { archive: FLOOR + 1 }],
    ['a fresh list and an archive out of reach', { list: FLOOR }],
  ])('from %s', (_, state) => {
    const found = ensureBrowser('firefox', { packageCommand: packageCommand(state) });
    expect(found.major).toBe(state.archive ?? FLOOR);
    expect(calls()).toMatch(/update\n.*install -y --no-install-recommends firefox-esr\n/);
  });

  test('an installed one that is too old is upgraded', () => {
    browser(FLOOR - 13);
    const command = packageCommand({ list: FLOOR - 13, archive: FLOOR });
    expect(ensureBrowser('firefox', { packageCommand: command }).major).toBe(FLOOR);
  });

  test('one that is recent enough is used as it is', () => {
    browser(FLOOR);
    const command = packageCommand({ archive: FLOOR + 1 });
    expect(ensureBrowser('firefox', { packageCommand: command }).major).toBe(FLOOR);
    expect(existsSync(join(machine, 'calls'))).toBe(false);
  });

  test('a recent one behind an old one on the search path is used', () => {
    browser(FLOOR - 20, 'firefox');
    browser(FLOOR);
    expect(ensureBrowser('firefox', {}).path).toBe(join(machine, 'firefox-esr'));
  });

  test('a download helps where packages do not', () => {
    const command = packageCommand({ archive: FLOOR - 1 });
    const download = (): boolean => browser(FLOOR + 2, 'firefox') !== '';
    expect(ensureBrowser('firefox', { packageCommand: command, download }).major).toBe(FLOOR + 2);
  });
});

describe('where none can be had, the message says what is there, what is needed and what to do', () => {
  test('too old for good', () => {
    const command = packageCommand({ archive: FLOOR - 13 });
    const said = message(() => ensureBrowser('firefox', { packageCommand: command }));
    expect(said).toContain(`Firefox ${FLOOR} or later is needed`);
    expect(said).toContain(
      `Mozilla Firefox ${FLOOR - 13}.7.0esr (${join(machine, 'firefox-esr')})`,
    );
    expect(said).toContain('up-to-date package lists have no newer one');
    expect(said).toContain('Install it from https://www.mozilla.org/firefox/');
    // The command that has just brought an old one is no remedy.
    expect(said).not.toContain('apt-get');
    expect(said).toContain('set BACKGROUNDER_FIREFOX to the path');
  });

  test.each([
    ['no list at all', {}, 'This machine has none.'],
    ['an old list', { list: FLOOR - 13 }, `This machine has Mozilla Firefox ${FLOOR - 13}.7.0esr`],
  ])('no network, and %s', (_, state, there) => {
    const command = packageCommand(state);
    const said = message(() => ensureBrowser('firefox', { packageCommand: command }));
    expect(said).toContain(there);
    expect(said).toContain('could not be updated; check the network');
    expect(said).toContain(`set BACKGROUNDER_FIREFOX`);
  });

  test('a package that is not there', () => {
    const command = script('apt-get', `case "$*" in *update) exit 0 ;; *) exit 100 ;; esac`);
    const said = message(() => ensureBrowser('firefox', { packageCommand: command }));
    expect(said).toContain('The package firefox-esr could not be installed.');
  });

  test('a person at a terminal is told, and nothing is installed', () => {
    const said = message(() => ensureBrowser('firefox', {}));
    expect(said).toMatch(/This machine has none\.\nInstall one:\n {2}\S/);
  });

  test('a browser named by hand that is too old is not replaced in silence', () => {
    const path = browser(FLOOR - 1, 'my-firefox');
    vi.stubEnv('BACKGROUNDER_FIREFOX', path);
    const command = packageCommand({ archive: FLOOR });
    const said = message(() => ensureBrowser('firefox', { packageCommand: command }));
    expect(said).toContain(
      `BACKGROUNDER_FIREFOX names Mozilla Firefox ${FLOOR - 1}.7.0esr (${path})`,
    );
    expect(existsSync(join(machine, 'calls'))).toBe(false);
  });
});
