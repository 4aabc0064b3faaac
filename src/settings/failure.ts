/** Why a change was not stored, in a form that can be sent between contexts and put into words. Nothing was lost. */

import { LIST_MAX } from './fields.ts';

/** Why the browser's storage could not do what was asked of it. */
export class StorageError extends Error {
  override name = 'StorageError';
  /** `slow`: no answer in time; `refused`: the browser said no; `full`: a private session has no room. */
  readonly reason: 'slow' | 'refused' | 'full';

  constructor(reason: 'slow' | 'refused' | 'full', message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A list holds as many entries as it may (`LIST_MAX`). */
export class ListFullError extends Error {
  override name = 'ListFullError';
  /** Name of the setting. */
  readonly list: string;

  constructor(list: string) {
    super(`"${list}" has ${LIST_MAX} entries, which is the most it can hold.`);
    this.list = list;
  }
}

const REASONS = ['slow', 'refused', 'full', 'list'] as const;

/** Plain data. */
export interface Failure {
  /** `list`: a list is full; the others are those of `StorageError`. */
  reason: (typeof REASONS)[number];
  /** Name of the setting that is full; empty otherwise. */
  list: string;
  /** The browser's own words, where it has any; not in the reader's language. */
  detail: string;
}

/** What went wrong with a change. @param error whatever `SettingsStore.change` threw */
export function failureOf(error: unknown): Failure {
  if (error instanceof ListFullError) return { reason: 'list', list: error.list, detail: '' };
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: error instanceof StorageError ? error.reason : 'refused', list: '', detail };
}

/** A failure that another context sent. Total, and free of zod, because the content script reads with it. */
export function readFailure(sent: unknown): Failure {
  const { reason, list, detail } = Object(sent) as Record<keyof Failure, unknown>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    reason: REASONS.find((known) => known === reason) ?? 'refused',
    list: text(list),
    detail: text(detail),
  };
}
