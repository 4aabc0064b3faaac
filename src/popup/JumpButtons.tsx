/** Beside each line of the list whose entity is on this page: buttons to its previous and next mention. */
import type { Say } from '../locale/index.ts';
import type { Entry } from './entry.ts';

export interface JumpButtonsProps {
  entries: readonly Entry[];
  /** Index of the active option. */
  active: number | undefined;
  /** The rows of the whole list in its grid. */
  rows: { gridRow: string };
  onJump: (entityId: string, steps: 1 | -1) => void;
  say: Say;
}

export function JumpButtons({ entries, active, rows, onJump, say }: JumpButtonsProps) {
  const onPage = entries
    .map(({ count }, index) => (count > 0 ? index : -1))
    .filter((at) => at >= 0);
  if (onPage.length === 0) return null;
  // The Tab key stops at one pair: that of the active option. The arrow keys of the search field lead to the others.
  const reachable = active !== undefined && onPage.includes(active) ? active : onPage[0];
  return (
    <div class="jumps" style={rows} role="group" aria-label={say('mentionsHere')}>
      {onPage.map((index) => {
        const { key = '', entity } = entries[index] ?? {};
        const name = entity?.name ?? '';
        const button = (steps: 1 | -1) => (
          <Jump
            label={say(steps > 0 ? 'jumpOn' : 'jumpBack', name)}
            sign={steps > 0 ? '›' : '‹'}
            isReachable={index === reachable}
            onJump={() => {
              onJump(key, steps);
            }}
          />
        );
        return (
          <div key={key} class="jump-pair" style={{ gridRow: index + 1 }} data-entity={key}>
            {button(-1)}
            {button(1)}
          </div>
        );
      })}
    </div>
  );
}

interface JumpProps {
  label: string;
  sign: string;
  isReachable: boolean;
  onJump: () => void;
}

function Jump({ label, sign, isReachable, onJump }: JumpProps) {
  return (
    <button
      type="button"
      class="sign-button jump"
      aria-label={label}
      title={label}
      tabIndex={isReachable ? 0 : -1}
      data-sign={sign}
      onClick={onJump}
    />
  );
}
