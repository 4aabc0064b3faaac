/**
 * The licences of what others wrote and the build has: read from the bundler's own list of modules, so that the file names what
 * is there and nothing else. Knows how packages lie in node_modules; no browser.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { readJson, readText } from './files.ts';
import { ROOT } from './paths.ts';

export const NOTICES_FILE = 'THIRD-PARTY-NOTICES.txt';
/**
 * Texts that packages are published without, by the package's name: `NAME.txt` is its licence, `NAME-data.txt` says whose data it
 * contains beside its own code.
 */
const OTHER_TEXTS = join(ROOT, 'assets/licences');
/** Where a licence file of a bundler goes on with the licences of what the bundler itself is made of. */
const OF_THE_TOOL = /^# Licenses of bundled dependencies$|^end of terms and conditions$/m;
const LINE = '='.repeat(80);

type OutputPart = Rolldown.OutputBundle[string];

/** A package of which the build has at least one module. */
export interface Package {
  name: string;
  version: string;
  /** As its package.json has it: an SPDX expression. */
  license: string;
  text: string;
}

/**
 * The folder of the package that a module is from.
 * @param id of the bundler: a path, or a name with a null character for a module that a tool makes up, which then starts with the
 *   tool's name
 * @returns undefined for our own modules
 */
export function packageFolder(id: string): string | undefined {
  const tool = /^\0(?:virtual:)?(vite|rolldown|wxt)\b/.exec(id)?.[1];
  if (tool !== undefined) return join(ROOT, 'node_modules', tool);
  // The last node_modules of the path: a package can have some of its own.
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/s.exec(id)?.[1];
}

/** A scoped name has a slash. */
const fileNameOf = (name: string): string => name.replace('/', '-');

/**
 * @param folder of the package
 * @throws Error if it has no licence text, there or here
 */
export function readPackage(folder: string): Package {
  const { name, version, license } = readJson(join(folder, 'package.json')) as Package;
  const own = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying)/i.test(file))
    .sort()[0];
  const file = own === undefined ? join(OTHER_TEXTS, `${fileNameOf(name)}.txt`) : join(folder, own);
  if (!existsSync(file)) {
    throw new Error(`${name} has no licence text. Put the one of its repository into ${file}.`);
  }
  const [text = ''] = readText(file).split(OF_THE_TOOL);
  const data = join(OTHER_TEXTS, `${fileNameOf(name)}-data.txt`);
  const texts = existsSync(data) ? [text, readText(data)] : [text];
  const clean = texts.map((part) => part.replaceAll('\r\n', '\n').trim());
  return { name, version, license, text: clean.join('\n\n') };
}

const keyOf = ({ name, version }: Package): string => `${name} ${version}`;

/** The notices as a text, sorted by name and version. Each says where the source is, as the Mozilla Public License asks. */
export function noticesText(packages: readonly Package[]): string {
  const sorted = packages.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const sections = sorted.map(({ name, version, license, text }) =>
    [
      LINE,
      `${name} ${version}`,
      `Licence: ${license}`,
      `Source: https://www.npmjs.com/package/${name}/v/${version}`,
      LINE,
      '',
      text,
      '',
    ].join('\n'),
  );
  const head = `Backgrounder contains code of the following packages.\n`;
  return [head, ...sections].join('\n');
}

/** What a file of the build is made of. What the bundler looked at and left out has no length. */
function idsIn(part: OutputPart): readonly string[] {
  if (part.type === 'asset') return part.originalFileNames;
  const modules = Object.entries(part.modules);
  return modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id);
}

/**
 * Listens to the bundler.
 * @returns a plugin for each bundle of a build, and what writes the notices of all of them into the build's folder
 */
export function collectNotices(): { plugin: Plugin; write(folder: string): void } {
  const folders = new Set<string>();
  const add = (id: string): void => {
    const folder = packageFolder(id);
    if (folder !== undefined) folders.add(folder);
  };
  return {
    plugin: {
      name: 'backgrounder-notices',
      generateBundle(_, bundle) {
        for (const part of Object.values(bundle)) idsIn(part).forEach(add);
      },
    },
    write(folder) {
      const packages = [...folders].map(readPackage);
      writeFileSync(join(folder, NOTICES_FILE), noticesText(packages));
    },
  };
}
