/** Why a change was not stored, as data that can be sent between contexts and put into words. Nothing was lost. */

import { partsOf } from './field.ts';
import { LIST_MAX } from './fields.ts';

/** Why the browser's storage failed. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** `slow`: no answer in time; `refused`: the browser refused; `full`: a private session has no room. */
  readonly reason: 'slow' | 'refused' | 'full';

  constructor(reason: 'slow' | 'refused' | 'full', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A list has reached `LIST_MAX` entries. */
export class ListFullError extends Error {
  override name = 'ListFullError';
  /** Name of the setting. */
  readonly list: string;

  constructor(list: string) {
    super(`"${list}" has ${LIST_MAX} entries, which is the most it can hold.`);
    this.list = list;
  }
}

/** An organisation's policy does not let the reader change this. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  /** What the organisation calls itself; empty if it does not say. */
  readonly organisation: string;

  constructor(organisation: string) {
    super('A policy of an organisation decides this setting.');
    this.organisation = organisation;
  }
}

const REASONS = ['slow', 'refused', 'full', 'list', 'policy'] as const;

/** Plain data. */
export interface Failure {
  /** `list`: a list is full; `policy`: an organisation decides this; the others are those of `StorageError`. */
  reason: (typeof REASONS)[number];
  /** Name of the full list; empty for other reasons. */
  list: string;
  /** The browser's message, if there is one, not in the reader's language; with `policy` the organisation's name. */
  detail: string;
}

/** The failure of a change. @param error what `SettingsStore.change` threw */
export function failureOf(error: unknown): Failure {
  if (error instanceof ListFullError) return { reason: 'list', list: error.list, detail: '' };
  if (error instanceof PolicyError)
    return { reason: 'policy', list: '', detail: error.organisation };
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: error instanceof StorageError ? error.reason : 'refused', list: '', detail };
}

/** Reads a failure from another context. Total, and free of zod, because the content script uses it. */
export function readFailure(sent: unknown): Failure {
  const { reason, list, detail } = partsOf(sent);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    reason: REASONS.find((known) => known === reason) ?? 'refused',
    list: text(list),
    detail: text(detail),
  };
}
