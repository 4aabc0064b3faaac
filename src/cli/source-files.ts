/**
 * What the source package has: every file of the repository but those that .gitignore names. It reads that list and not git,
 * so that the unpacked package can make itself again. Knows the two forms of a line that our list uses.
 */
import { join } from 'node:path';
import { readText } from './files.ts';
import { filesIn } from './pack.ts';

/** A name, with `*` for any characters in it; a slash at its end says that it is a folder. */
const FORM = /^[\w.*-]+\/?$/;
/** Git's own folder; in a worktree it is a file. */
const GIT = '.git';

/**
 * Whether a list in the form of .gitignore leaves a name out.
 * @throws Error that names a line in another form: a file that must stay at home would go into the package
 */
export function ignoredBy(list: string): (name: string) => boolean {
  const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const patterns = lines.map((line) => {
    if (!FORM.test(line)) {
      throw new Error(
        `.gitignore: "${line}" is no plain name. Mend src/cli/source-files.ts first.`,
      );
    }
    const name = line.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '.*');
    return new RegExp(`^${name}$`);
  });
  return (name) => name === GIT || patterns.some((pattern) => pattern.test(name));
}

/** @returns paths below the repository's folder, sorted */
export const sourceFiles = (root: string): string[] =>
  filesIn(root, ignoredBy(readText(join(root, '.gitignore'))));
