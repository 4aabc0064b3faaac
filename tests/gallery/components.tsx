/** Each component of the product's pages in its states, for the design page. */
import type { ComponentChildren } from 'preact';
import { EntityCard, type EntityCardProps } from '../../src/card/index.ts';
import type { EntityProfile } from '../../src/dataset/index.ts';
import type { Wording } from '../../src/locale/index.ts';
import type { Entry } from '../../src/popup/entry.ts';
import { EntityOption } from '../../src/popup/EntityOption.tsx';
import { JumpButtons } from '../../src/popup/JumpButtons.tsx';
import { PageStatus } from '../../src/popup/PageStatus.tsx';
import type { Reason } from '../../src/popup/reason.ts';
import { noAction } from './show.ts';

export interface ComponentsProps extends Pick<EntityCardProps, 'context' | 'today'> {
  wording: Wording;
  /** Keeps ids apart. */
  theme: string;
}

/** What a pointer or the focus does to a control, as classes (tokens.ts), and what the control is itself. */
const CONTROL_STATES: { name: string; class?: string; disabled?: true }[] = [
  { name: 'at rest' },
  { name: 'under the pointer', class: 'is-hover' },
  { name: 'in focus', class: 'is-focus-visible' },
  { name: 'disabled', disabled: true },
];

export function Components({ context, today, wording, theme }: ComponentsProps) {
  return (
    <>
      <Group name="Button">
        {CONTROL_STATES.map(({ name, class: state = '', disabled }) => (
          <Sample key={name} name={name}>
            <button type="button" class={`button ${state}`} disabled={disabled}>
              Turn on
            </button>
          </Sample>
        ))}
      </Group>
      <Group name="Link">
        {CONTROL_STATES.slice(0, 3).map(({ name, class: state = '' }) => (
          <Sample key={name} name={name}>
            <button type="button" class={`link ${state}`}>
              Undo
            </button>
          </Sample>
        ))}
      </Group>
      <Group name="Switch">
        {[true, false].flatMap((on) =>
          CONTROL_STATES.map(({ name, class: state = '', disabled }) => (
            <Sample key={`${name} ${String(on)}`} name={`${on ? 'on' : 'off'}, ${name}`}>
              <button
                type="button"
                class={`switch ${state}`}
                role="switch"
                aria-checked={on}
                disabled={disabled}
              >
                Highlights
                <span class="switch-track" aria-hidden="true" />
              </button>
            </Sample>
          )),
        )}
      </Group>
      <Inputs />
      <Group name="Text">
        <Sample name="found">
          Talks with <mark>NATO</mark>
        </Sample>
        <Sample name="wrong">
          <p class="wrong">Type a whole number from 0 to 2000.</p>
        </Sample>
      </Group>
      <Group name="Notice">
        <Sample name="a problem" isWhole>
          <div class="notice">
            <p>Your settings could not be read.</p>
          </div>
        </Sample>
      </Group>
      <ListLines {...{ entity: context.entity, wording, theme }} />
      <Group name="Status of a page">
        {STATUS.map(({ name, reason }) => (
          <Sample key={name} name={name} isWhole>
            <Status reason={reason} wording={wording} />
          </Sample>
        ))}
      </Group>
      <Group name="Card">
        <Sample name="in full" isWhole>
          <div class="design-card">
            <EntityCard {...{ context, today }} {...wording} onOpen={noAction} />
          </div>
        </Sample>
      </Group>
    </>
  );
}

function Group({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <h3>{name}</h3>
      <div class="design-row">{children}</div>
    </>
  );
}

function Sample(props: { name: string; isWhole?: boolean; children: ComponentChildren }) {
  return (
    <figure class={props.isWhole ? 'design-whole' : ''}>
      {props.children}
      <figcaption>{props.name}</figcaption>
    </figure>
  );
}

function Inputs() {
  return (
    <Group name="Input">
      <Sample name="empty">
        <input aria-label="Site" placeholder="example.org" />
      </Sample>
      <Sample name="filled, in focus">
        <input aria-label="Site" class="is-focus-visible" value="news.example" />
      </Sample>
      <Sample name="wrong">
        <input aria-label="Site" aria-invalid value="news example" />
      </Sample>
      <Sample name="choices">
        <input type="checkbox" aria-label="Chosen" checked />
        <input type="checkbox" aria-label="Not chosen" />
        <input type="radio" aria-label="Chosen" checked />
        <input type="radio" aria-label="Not chosen" />
      </Sample>
    </Group>
  );
}

interface ListLinesProps {
  entity: EntityProfile;
  wording: Wording;
  theme: string;
}

function ListLines({ entity, wording: { say }, theme }: ListLinesProps) {
  const line = (count: number, off: boolean): Entry => ({
    ...{ key: entity.id, entity, matched: undefined, count, off },
    ...{ lang: 'en', from: undefined },
  });
  const entries = [line(12, false), line(0, false), line(0, true)];
  const rows = { gridRow: '1 / span 3' };
  return (
    <Group name="List">
      <Sample name="chosen and on this page; not; off" isWhole>
        <div class="list">
          <ul class="options" role="listbox" aria-label={`List in ${theme}`} style={rows}>
            {entries.map((entry, at) => (
              <EntityOption
                key={at}
                id={`${theme}-${at}`}
                entry={entry}
                active={at === 0}
                onOpen={noAction}
                say={say}
              />
            ))}
          </ul>
          <JumpButtons {...{ entries, active: 0, rows, say }} onJump={noAction} />
        </div>
      </Sample>
    </Group>
  );
}

const STATUS: { name: string; reason: Reason }[] = [
  { name: 'on', reason: { kind: 'mentions', total: 16 } },
  { name: 'off', reason: { kind: 'off-here', rule: 'news.example' } },
  { name: 'paused', reason: { kind: 'paused', until: Date.UTC(2026, 10, 22, 13) } },
  { name: 'off everywhere', reason: { kind: 'off-everywhere' } },
];

function Status({ reason, wording }: { reason: Reason; wording: Wording }) {
  return (
    <div class="popup-foot">
      <PageStatus
        site="news.example"
        isReady
        reason={reason}
        page={{ status: 'waiting' }}
        isWithheld={false}
        failure={undefined}
        isOutOfDate={false}
        cover={undefined}
        onSwitchSite={noAction}
        onSwitchAll={noAction}
        onPause={noAction}
        onAllowAllSites={noAction}
        onSettings={noAction}
        {...wording}
      />
    </div>
  );
}
