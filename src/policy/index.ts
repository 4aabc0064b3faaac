/** What an organisation's policy may say, and how it is read. With zod: for the background. */
export {
  DATASETS_PART,
  POLICY_PARTS,
  POLICY_PROBLEMS_KEY,
  PROBLEMS_MAX,
  readPolicyNews,
  refusedDataset,
  type PolicyNews,
  type PolicyProblem,
  type ReadDatasets,
  type ReadPolicy,
} from './policy-parts.ts';
export { readPolicy, readPolicyDatasets } from './read-policy.ts';
