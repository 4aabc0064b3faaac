/** The line over the page that says what was saved, with a button to undo it. */
import type { Say } from '../locale/index.ts';
import type { Announced } from './state.ts';

export interface AnnouncementProps {
  announced: Announced | undefined;
  onUndo: () => void;
  say: Say;
}

export function Announcement({ announced, onUndo, say }: AnnouncementProps) {
  return (
    <div class="announcement" data-empty={announced === undefined}>
      <p role="status">{announced?.text}</p>
      {(announced?.patch ?? announced?.undo) && (
        <button type="button" class="link" onClick={onUndo}>
          {say('undo')}
        </button>
      )}
    </div>
  );
}
