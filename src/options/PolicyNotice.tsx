/** Says that an organisation has set some of the settings, and what of its policy cannot be used. */
import { sayCount, type Say } from '../locale/index.ts';
import { sayPolicy } from '../locale/settings-words.ts';
import type { OptionsState } from './state.ts';

export interface PolicyNoticeProps {
  state: Pick<OptionsState, 'policy' | 'policyProblems'>;
  say: Say;
}

const NONE = { lines: [], more: 0 };

export function PolicyNotice({ state: { policy, policyProblems }, say }: PolicyNoticeProps) {
  const { lines, more } = policyProblems ?? NONE;
  if (!policy && lines.length === 0) return null;
  return (
    <section class="section" aria-labelledby="policy-heading" data-policy>
      <h2 id="policy-heading">{say('policyHeading')}</h2>
      {policy && (
        <p>
          {say('policyLead')} <q>{sayPolicy(policy.organisation, say)}</q>
        </p>
      )}
      {lines.length > 0 && (
        <div class="notice">
          <p>{say('policyProblems')}</p>
          <ul class="problems">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {more > 0 && <p>{sayCount(say, 'importMore', more)}</p>}
        </div>
      )}
    </section>
  );
}
