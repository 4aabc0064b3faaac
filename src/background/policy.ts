/**
 * Follows the policy of an organisation: reads it whenever the background starts and whenever the browser says that it has changed, and
 * hands it to the settings. Nothing waits for it: without a policy, and until a late one comes, everything works as the reader has set it.
 */
import type { ManagedStorage, StorageArea } from '../browser/interfaces.ts';
import type { RefusedText } from '../library/index.ts';
import {
  DATASETS_PART,
  POLICY_PROBLEMS_KEY,
  PROBLEMS_MAX,
  readPolicy,
  readPolicyDatasets,
  readPolicyNews,
  refusedDataset,
  type PolicyNews,
  type PolicyProblem,
} from '../policy/index.ts';
import { inTurn } from '../settings/in-turn.ts';
import type { SettingsStore } from '../settings/store.ts';

export interface PolicyParts extends ManagedStorage {
  store: Pick<SettingsStore, 'takePolicy'>;
  localArea: Pick<StorageArea, 'get' | 'set' | 'remove'>;
  /** Takes the whole datasets of the policy, in the place of those that it had before. */
  takePolicyDatasets: (texts: readonly string[]) => Promise<RefusedText[]>;
}

/** Key of the mark that datasets are being taken: a background that was stopped meanwhile goes on at its next start. */
const TAKING_KEY = 'policy-datasets-begun';

export interface FollowedPolicy {
  /** Reads everything anew: after an installation or an update, and when the browser starts. */
  begin(): void;
}

export function followPolicy(parts: PolicyParts): FollowedPolicy {
  const takeInTurn = inTurn((isAnew: boolean) => take(parts, isAnew));
  const follow = (isAnew: boolean): void => {
    // A browser or a storage that fails leaves what is in force. The next start tries again.
    takeInTurn(isAnew).catch(() => undefined);
  };
  parts.onManaged(() => {
    follow(true);
  });
  follow(false);
  return {
    begin() {
      follow(true);
    },
  };
}

async function take(parts: PolicyParts, isAnew: boolean): Promise<void> {
  const names = await parts.managedNames();
  // Datasets are large, so they are read by themselves, and not at each start of the background.
  const others = names.filter((name) => name !== DATASETS_PART);
  // Most browsers have no policy: then the names are the only question.
  const about = others.length > 0 ? await parts.readManaged(others) : {};
  const read = readPolicy(about);
  await parts.store.takePolicy(read.policy);
  const isDue = isAnew || (await parts.localArea.get(TAKING_KEY)) !== undefined;
  const stored = await parts.localArea.get(POLICY_PROBLEMS_KEY);
  const ofDatasets = isDue
    ? await takeDatasets(parts, names)
    : readPolicyNews(stored).problems.filter(({ place }) => place.startsWith(DATASETS_PART));
  await tellProblems(parts, stored, {
    problems: [...read.problems, ...ofDatasets].slice(0, PROBLEMS_MAX),
    more: read.more + Math.max(0, read.problems.length + ofDatasets.length - PROBLEMS_MAX),
  });
}

/** @returns what is wrong with them */
async function takeDatasets(
  parts: PolicyParts,
  names: readonly string[],
): Promise<PolicyProblem[]> {
  const hasSome = names.includes(DATASETS_PART);
  const { localArea } = parts;
  const given = hasSome ? await parts.readManaged([DATASETS_PART]) : {};
  const { texts, places, problems } = readPolicyDatasets(given[DATASETS_PART]);
  if (hasSome) await localArea.set({ [TAKING_KEY]: true });
  const refused = await parts.takePolicyDatasets(texts);
  if (hasSome) await localArea.remove(TAKING_KEY);
  return [
    ...problems,
    ...refused.map(({ index, problem }) => refusedDataset(places[index] ?? '', problem)),
  ];
}

/** Keeps the problems for the options page, which shows them. @param known what is stored of them */
async function tellProblems(
  { localArea }: PolicyParts,
  known: unknown,
  news: PolicyNews,
): Promise<void> {
  if (news.problems.length === 0) {
    if (known !== undefined) await localArea.remove(POLICY_PROBLEMS_KEY);
  } else if (!isSameNews(readPolicyNews(known), news)) {
    await localArea.set({ [POLICY_PROBLEMS_KEY]: news });
  }
}

/** Browsers do not keep the order of names. */
const isSameNews = (a: PolicyNews, b: PolicyNews): boolean => asText(a) === asText(b);
const asText = ({ problems, more }: PolicyNews): string =>
  JSON.stringify([
    ...problems.map(({ code, place, setting, found, max }) => [code, place, setting, found, max]),
    more,
  ]);
