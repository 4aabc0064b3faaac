/**
 * A field for one rule: says what a typed rule covers before it is taken, takes it on Enter or by its button, and
 * says what is wrong with it.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What was typed: a rule with a note about it, or what is wrong in words. */
export type ReadEntry = { rule: string; note: string } | { problem: string };

export interface RuleFieldProps {
  id: string;
  label: string;
  button: string;
  help?: string;
  /** What stands in it first; the field takes the focus then. */
  value?: string;
  read: (typed: string) => ReadEntry;
  onRule: (rule: string) => void;
  /** With a button to leave it. */
  onCancel?: () => void;
  cancel?: string;
}

/** A field in which an address is typed. */
export const ADDRESS_FIELD = {
  class: 'field-long',
  type: 'text',
  inputMode: 'url',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: false,
  dir: 'ltr',
} as const;

export function RuleField(props: RuleFieldProps) {
  const { id, label, button, help, value, read, onRule, onCancel, cancel } = props;
  const [{ problem, note }, setSaid] = useState({ problem: '', note: '' });
  const field = useRef<HTMLInputElement>(null);
  // Before the next key: whoever asked to edit may type at once.
  useLayoutEffect(() => {
    if (value !== undefined) field.current?.select();
  }, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const entry = read(input.value);
    setSaid({ problem: 'problem' in entry ? entry.problem : '', note: '' });
    if ('rule' in entry) {
      input.value = '';
      onRule(entry.rule);
    }
    input.focus();
  };
  // While it is typed, a rule that is not whole yet is nothing wrong.
  const describe = (typed: string): void => {
    const entry = read(typed);
    setSaid({ problem, note: 'rule' in entry ? entry.note : '' });
  };
  return (
    <form
      class="field"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      <label for={id}>{label}</label>
      <div class="field-line">
        <input
          {...ADDRESS_FIELD}
          ref={field}
          id={id}
          defaultValue={value}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-wrong ${id}-note ${id}-help`}
          onInput={({ currentTarget }) => {
            describe(currentTarget.value);
          }}
        />
        <button type="submit" class="button">
          {button}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {cancel}
          </button>
        )}
      </div>
      <Messages {...{ id, problem, note, help }} />
    </form>
  );
}

interface MessagesProps {
  id: string;
  problem: string;
  note: string;
  help: string | undefined;
}

/** What is wrong, what the rule covers, and how rules are written. */
function Messages({ id, problem, note, help }: MessagesProps) {
  return (
    <>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {problem}
      </p>
      <p id={`${id}-note`} class="choice-note" role="status">
        {note}
      </p>
      <p id={`${id}-help`} class="choice-note">
        {help}
      </p>
    </>
  );
}
