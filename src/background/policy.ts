/**
 * Follows the policy of an organisation: reads it whenever the background starts and whenever the browser says that it has changed, and
 * hands it to the settings. Nothing waits for it: without a policy, and until a late one comes, everything works as the reader has set it.
 */
import type { ManagedStorage, StorageArea } from '../browser/interfaces.ts';
import {
  DATASETS_PART,
  POLICY_PROBLEMS_KEY,
  readPolicy,
  readPolicyDatasets,
  type PolicyNews,
} from '../policy/index.ts';
import type { SettingsStore } from '../settings/store.ts';

export interface PolicyParts extends ManagedStorage {
  store: Pick<SettingsStore, 'takePolicy'>;
  localArea: Pick<StorageArea, 'get' | 'set' | 'remove'>;
  /** Takes the whole datasets of the policy, in the place of those that it had before. */
  takePolicyDatasets: (texts: readonly string[]) => Promise<void>;
}

export function followPolicy(parts: PolicyParts): void {
  /** The last work, so that one follows another. Owned by `follow`. */
  let last: Promise<unknown> = Promise.resolve();
  const follow = (): void => {
    // A browser or a storage that fails leaves what is in force. The next start tries again.
    last = last.then(() => take(parts)).catch(() => undefined);
  };
  parts.onManaged(follow);
  follow();
}

async function take(parts: PolicyParts): Promise<void> {
  const names = await parts.managedNames();
  // Datasets are large, so they are read by themselves.
  const about = await parts.readManaged(names.filter((name) => name !== DATASETS_PART));
  const read = readPolicy(about);
  await parts.store.takePolicy(read.policy);
  const hasDatasets = names.includes(DATASETS_PART);
  const given = hasDatasets ? await parts.readManaged([DATASETS_PART]) : {};
  const datasets = readPolicyDatasets(given[DATASETS_PART]);
  await tellProblems(parts, {
    problems: [...read.problems, ...datasets.problems],
    more: read.more + datasets.more,
  });
  await parts.takePolicyDatasets(datasets.texts);
}

/** Keeps the problems for the options page, which shows them. */
async function tellProblems({ localArea }: PolicyParts, news: PolicyNews): Promise<void> {
  const known = await localArea.get(POLICY_PROBLEMS_KEY);
  if (news.problems.length === 0) {
    if (known !== undefined) await localArea.remove(POLICY_PROBLEMS_KEY);
  } else if (JSON.stringify(known) !== JSON.stringify(news)) {
    await localArea.set({ [POLICY_PROBLEMS_KEY]: news });
  }
}
