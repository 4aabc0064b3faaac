/** Says whether pages are read already, or that the browser withholds them; then it offers to ask. Props in. */
import type { Say } from '../locale/index.ts';

/** Whether the browser lets the extension read all sites, or only a page on which the reader opens it. */
export type SiteAccess = 'all' | 'withheld';

export interface AccessLineProps {
  /** Undefined until the browser has said it. */
  access: SiteAccess | undefined;
  onAllow: () => void;
  say: Say;
}

export function AccessLine({ access, onAllow, say }: AccessLineProps) {
  return (
    <div class="welcome-access">
      <p role="status" class={access === 'withheld' ? 'notice' : undefined}>
        {access === 'all' && say('welcomeStarted')}
        {access === 'withheld' && say('welcomeWithheld')}
      </p>
      {access === 'withheld' && (
        <button type="button" class="button" onClick={onAllow}>
          {say('allowAllSites')}
        </button>
      )}
    </div>
  );
}
