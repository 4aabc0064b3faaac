/**
 * `npm run --silent dataset:sign -- FILE --key KEYFILE`: writes a signature into a dataset. Everything else in the file stays as it is, byte
 * for byte. `--new-key KEYFILE` makes a key first, and can stand alone. The exit code is 1 if the dataset would be refused.
 */
import { renameSync, writeFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { formatProblem, readDatasetContent } from '../dataset/authoring.ts';
import { shortKey } from '../dataset/index.ts';
import {
  counted,
  pathNamed,
  pathToWrite,
  readCommandLine,
  runDatasetCommand,
} from './dataset-arguments.ts';
import { loadLinguistics } from './dataset-plugin.ts';
import { makeKey, publicKeyOf, readKey, signatureOf, withSignature } from './dataset-signature.ts';
import { readBytes, shortNameOf } from './files.ts';

function run(): boolean {
  const { files, values, refuse } = readCommandLine({
    name: 'dataset:sign',
    usage: 'FILE --key KEYFILE, or [FILE] --new-key KEYFILE',
    values: ['key', 'new-key'],
  });
  const [file, ...more] = files;
  const [keyFile, newKeyFile] = [values.get('key'), values.get('new-key')];
  if (more.length > 0) throw refuse(`One file, not ${files.length}.`);
  if (keyFile !== undefined && newKeyFile !== undefined) {
    throw refuse('Either --key or --new-key, not both.');
  }
  if (newKeyFile !== undefined) {
    const key = newKey(pathToWrite(newKeyFile));
    return file === undefined || signFile(file, key);
  }
  if (file === undefined) throw refuse('The file with the dataset is missing.');
  if (keyFile === undefined) throw refuse('The option --key is missing.');
  return signFile(file, readKey(pathNamed(keyFile)));
}

function newKey(file: string): KeyObject {
  const key = makeKey(file);
  console.log(`${shortNameOf(file)} is a new key: ${shortKey(publicKeyOf(key))}`);
  console.log('Keep it secret, and keep a copy: without it, no later version has the same key.');
  return key;
}

/** A dataset that would be refused is not signed: its author is not done. @returns whether it was signed */
function signFile(file: string, key: KeyObject): boolean {
  const bytes = readBytes(file);
  const read = readDatasetContent(bytes, { linguistics: loadLinguistics() });
  if ('problems' in read) {
    for (const problem of read.problems) console.log(formatProblem(problem));
    const count = counted(read.problems.length + read.more, 'problem');
    console.log(`\n${shortNameOf(file)} was not signed, because it would be refused: ${count}`);
    return false;
  }
  // A byte order mark is no part of the JSON.
  const text = bytes.toString('utf8');
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const signature = signatureOf(read.document.value as object, key);
  const signed = text.slice(0, start) + withSignature(text.slice(start), signature);
  // A file is either the old one or the new one.
  const draft = `${file}.new`;
  writeFileSync(draft, signed);
  renameSync(draft, file);
  console.log(`${shortNameOf(file)} is signed with the key ${shortKey(signature.key)}`);
  return true;
}

await runDatasetCommand(run);
