/**
 * A field for one site rule. Says what a typed rule covers while it is typed, accepts it on Enter or with the button, and says what
 * is wrong with it.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The typed text: a rule with a note about it, or a sentence about what is wrong. */
export type ReadEntry = { rule: string; note: string } | { problem: string };

export interface RuleFieldProps {
  id: string;
  label: string;
  button: string;
  /** The text at the start; with it, the field takes the focus. */
  value?: string;
  read: (typed: string) => ReadEntry;
  onRule: (rule: string) => void;
  /** Called by a button that leaves the field; there is no such button without it. */
  onCancel?: () => void;
  cancel?: string;
}

/** Attributes of a field for an address. */
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
  const { id, label, button, value, read, onRule, onCancel, cancel } = props;
  const [problem, setProblem] = useState('');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // In the layout phase, so that the reader can type at once.
  useLayoutEffect(() => {
    if (value !== undefined) field.current?.select();
  }, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const entry = read(input.value);
    setProblem('problem' in entry ? entry.problem : '');
    setTyped('');
    if ('rule' in entry) {
      input.value = '';
      onRule(entry.rule);
    }
    input.focus();
  };
  // While a rule is typed, an incomplete rule is not an error. Read at each drawing, because the words may come after the typing.
  const described = read(typed);
  const note = 'rule' in described ? described.note : '';
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
      <div class="line">
        <input
          {...ADDRESS_FIELD}
          ref={field}
          id={id}
          defaultValue={value}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-wrong ${id}-note`}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
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
      <Messages {...{ id, problem, note }} />
    </form>
  );
}

interface MessagesProps {
  id: string;
  problem: string;
  note: string;
}

/** What is wrong, and what the rule covers. */
function Messages({ id, problem, note }: MessagesProps) {
  return (
    <>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {problem}
      </p>
      <p id={`${id}-note`} class="note" role="status">
        {note}
      </p>
    </>
  );
}
