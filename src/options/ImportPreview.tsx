/** Shows what a chosen file would change, setting by setting, or where and why it was refused. */
import { useEffect, useRef } from 'preact/hooks';
import { sayCount, sayList, type Say } from '../locale/index.ts';
import { isSurprising, sayPolicy, saySite } from '../locale/settings-words.ts';
import type { DismissedMention } from '../settings/index.ts';
import type { ImportChange } from '../settings/transfer.ts';
import { nameOfEntity } from './entities.ts';
import { RuleText } from './RuleText.tsx';
import type { ReadFile } from './files.ts';
import type { ControlProps, Import } from './state.ts';

/** How many entries of a list are shown, in addition to rules that cover more than they seem to; the rest is counted. */
const ENTRIES_SHOWN = 20;

type PreviewProps = ControlProps & { pending: Import };

export function ImportPreview(props: PreviewProps) {
  const { pending, actions, say } = props;
  const { fileName, imported } = pending;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [pending]);
  const nothing = imported.ok && imported.changes.length === 0;
  return (
    <section class="import" data-ok={imported.ok} aria-labelledby="import-heading">
      <h3 id="import-heading" tabIndex={-1} ref={heading}>
        {say(imported.ok ? 'importPreview' : 'importRefused', fileName)}
      </h3>
      {imported.ok ? (
        <>
          {nothing && <p>{say('importNothing')}</p>}
          <Changes {...props} changes={imported.changes} />
          {imported.kept.length > 0 && (
            <p>
              {say(
                'importKept',
                sayList(say, imported.kept.map(props.nameOf), 'conjunction'),
                sayPolicy(props.state.policy?.organisation ?? '', say),
              )}
            </p>
          )}
        </>
      ) : (
        <Problems {...imported} say={say} />
      )}
      <p class="line">
        {imported.ok && !nothing && (
          <button type="button" class="button" onClick={actions.applyImport}>
            {say('importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={actions.cancelImport}>
          {say(imported.ok && !nothing ? 'cancel' : 'close')}
        </button>
      </p>
    </section>
  );
}

function Changes(props: PreviewProps & { changes: readonly ImportChange[] }) {
  const { changes, nameOf, say } = props;
  return (
    <dl class="changes">
      {changes.map(({ name, field, change }) => (
        <div key={name} data-path={name}>
          <dt>{field ? nameOf(name) : say('importUnknownField', name)}</dt>
          {'added' in change ? (
            <>
              <Entries {...props} field={field} key="added" entries={change.added} isAdded />
              <Entries {...props} field={field} key="removed" entries={change.removed} />
            </>
          ) : (
            <dd>
              <Value {...props} value={change.before} />{' '}
              <span class="import-arrow" aria-hidden="true" />
              <span class="spoken">{say('importBecomes')}</span>{' '}
              <Value {...props} value={change.after} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface EntriesProps extends PreviewProps {
  field: ImportChange['field'];
  entries: readonly (string | DismissedMention)[];
  isAdded?: boolean;
}

/** The entries that are added to a list or removed from it. Added rules say what they cover. */
function Entries({ field, entries, isAdded = false, state, knowledge, say }: EntriesProps) {
  if (entries.length === 0) return null;
  const nameOf = (key: string) => nameOfEntity(key, { state, knowledge });
  const { coverOf } = state;
  const isRule = field?.kind === 'rules';
  const isNotable = (entry: string | DismissedMention): boolean =>
    isRule && typeof entry === 'string' && coverOf !== undefined && isSurprising(coverOf(entry));
  const others = entries.filter((entry) => !isNotable(entry));
  const shown = [...entries.filter(isNotable), ...others.slice(0, ENTRIES_SHOWN)];
  const more = entries.length - shown.length;
  const lineOf = (entry: string | DismissedMention) => {
    if (typeof entry !== 'string') {
      return say('dismissedLine', entry.surface, nameOf(entry.entity), saySite(entry.site, say));
    }
    return isRule ? <RuleText {...{ rule: entry, coverOf, say }} /> : nameOf(entry);
  };
  return (
    <dd>
      {say(isAdded ? 'importAdds' : 'importRemoves')}
      <ul>
        {shown.map((entry) => (
          <li key={JSON.stringify(entry)}>{lineOf(entry)}</li>
        ))}
      </ul>
      {more > 0 && sayCount(say, 'importMore', more)}
    </dd>
  );
}

function Value({ value, say }: PreviewProps & { value: unknown }) {
  if (value === undefined) return <i>{say('importEmpty')}</i>;
  if (typeof value === 'boolean') return <code>{say(value ? 'switchOn' : 'switchOff')}</code>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return <code>{text.length > 200 ? `${text.slice(0, 200)}…` : text}</code>;
}

function Problems(props: Extract<ReadFile, { ok: false }> & { say: Say }) {
  const { isForeign, problems, more, say } = props;
  return (
    <>
      {isForeign && (
        <p>
          <strong>{say('importForeign')}</strong>
        </p>
      )}
      <ul class="problems">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {more > 0 && <p>{sayCount(say, 'importMore', more)}</p>}
      <p>{say('importUntouched')}</p>
    </>
  );
}
