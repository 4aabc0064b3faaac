/** The permissions of the extension with their reasons, and its version with what is new in it. */
import type { MessageKey } from '../locale/index.ts';
import { More } from './More.tsx';
import { NEWS } from './news.ts';
import type { ControlProps } from './state.ts';

/** Permissions as the browsers name them, each with its reason. */
const PERMISSIONS: [name: string, reason: MessageKey][] = [
  ['http, https, file', 'permissionPages'],
  ['storage, alarms', 'permissionStorage'],
  ['scripting, activeTab', 'permissionTab'],
  ['offscreen (Chromium)', 'permissionOffscreen'],
];

export function Permissions({ say }: Pick<ControlProps, 'say'>) {
  return (
    <dl class="pairs">
      {PERMISSIONS.map(([name, reason]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{say(reason)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function About({ version, say }: ControlProps) {
  return (
    <>
      <p>{say('aboutVersion', version)}</p>
      <More summary={say('newsHeading', version)}>
        <ul class="news">
          {NEWS.lines.map((line) => (
            <li key={line}>{say(line)}</li>
          ))}
        </ul>
      </More>
    </>
  );
}
