/** What a chosen file would change, setting by setting, or where and why it was refused. */
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey, Say, Wording } from '../locale/index.ts';
import type { Settings } from '../settings/index.ts';
import type { ImportChange, ImportProblem } from '../settings/transfer.ts';
import type { Import } from './DataSection.tsx';
import { sectionOf, specOf } from './sections.ts';

export interface ImportPreviewProps extends Wording {
  pending: Import;
  onImport: () => void;
  onCancel: () => void;
}

export function ImportPreview({ pending, onImport, onCancel, say }: ImportPreviewProps) {
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
          <Changes changes={imported.changes} say={say} />
        </>
      ) : (
        <Problems problems={imported.problems} more={imported.more} say={say} />
      )}
      <p class="field-line">
        {imported.ok && !nothing && (
          <button type="button" class="button" onClick={onImport}>
            {say('importApply')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {say(imported.ok && !nothing ? 'cancel' : 'close')}
        </button>
      </p>
    </section>
  );
}

function Changes({ changes, say }: { changes: readonly ImportChange[]; say: Say }) {
  return (
    <dl class="changes">
      {changes.map(({ path, before, after }) => (
        <div key={path} data-path={path}>
          <dt>{nameOf(path, say)}</dt>
          <dd>
            <Value value={before} say={say} /> <span class="import-arrow" aria-hidden="true" />
            <span class="spoken">{say('importBecomes')}</span> <Value value={after} say={say} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A setting by the heading of its section, with its own name where a section has more than one. */
function nameOf(path: keyof Settings, say: Say): string {
  const { heading, fields } = specOf(sectionOf(path));
  return fields.length > 1 ? `${say(heading)} (${path})` : say(heading);
}

function Value({ value, say }: { value: unknown; say: Say }) {
  if (Array.isArray(value) && value.length === 0) return <i>{say('importEmpty')}</i>;
  const text = Array.isArray(value)
    ? value.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join(', ')
    : typeof value === 'boolean'
      ? say(value ? 'switchOn' : 'switchOff')
      : String(value);
  return <code>{text}</code>;
}

const PROBLEM_KEYS: Partial<Record<ImportProblem['code'], MessageKey>> = {
  size: 'importSize',
  encoding: 'importEncoding',
  kind: 'importKind',
  version: 'importVersion',
};

function Problems(props: { problems: readonly ImportProblem[]; more: number; say: Say }) {
  const { problems, more, say } = props;
  return (
    <>
      <p>{say('importUntouched')}</p>
      <ul class="problems">
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column}${problem.path}`}>{told(problem, say)}</li>
        ))}
      </ul>
      {more > 0 && <p>{say('importMore', more)}</p>}
    </>
  );
}

function told(problem: ImportProblem, say: Say): string {
  const { code, path, line, column, found, expected } = problem;
  const key = PROBLEM_KEYS[code];
  if (key) return say(key, found, expected);
  const place = say('importPlace', line, column, path || '/');
  const what = found === '' ? say('importFoundNothing') : say('importFound', found);
  return `${place} ${what} ${expected === '' ? say('importNotAllowed') : say('importExpected', expected)}`;
}
