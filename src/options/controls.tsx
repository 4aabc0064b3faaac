/** The controls for most settings, made from the table of settings. Each is drawn inside its section. */
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../locale/index.ts';
import { FIELDS, type Settings } from '../settings/index.ts';
import { useLock, type Lock } from './lock.tsx';
import type { ChoiceProps, Control } from './state.ts';
import { TimeField } from './TimeField.tsx';

/** Names of the settings whose values are of some type. */
type NamesOf<Kind> = {
  [Name in keyof Settings]: Settings[Name] extends Kind ? Name : never;
}[keyof Settings];

/** Radio buttons, one for each value of a setting, in the order of the table. */
export function choices<Name extends NamesOf<string | number>>(
  name: Name,
  label: (value: Settings[Name], props: ChoiceProps) => ComponentChildren,
): (props: ChoiceProps) => ComponentChildren {
  const field = FIELDS[name];
  // TypeScript cannot link the name to the type of its values here.
  const values = field.kind === 'choice' ? (field.values as readonly Settings[Name][]) : [];
  return function Choices(props) {
    const lock = useLock(name, props.id, props.say);
    return (
      <Radios
        id={props.id}
        values={values}
        chosen={props.state.settings[name]}
        label={(value) => label(value, props)}
        lock={lock}
        onChoose={(value) => {
          props.actions.set(name, value);
        }}
      />
    );
  };
}

/** A label for each value. */
export const labelled =
  <Value extends string>(labels: Record<Value, MessageKey>) =>
  (value: Value, { say }: ChoiceProps): string =>
    say(labels[value]);

/** A checkbox. */
export const toggle = (name: NamesOf<boolean>, label: MessageKey): Control =>
  function Toggle({ id, state, actions, say }) {
    const lock = useLock(name, id, say);
    return (
      <Check
        name={name}
        checked={state.settings[name]}
        lock={lock}
        onSwitch={(on) => {
          actions.set(name, on);
        }}
      >
        {say(label)}
      </Check>
    );
  };

/** A field for a time in ms. */
export function time(name: NamesOf<number> & ('dwellMs' | 'leaveMs'), label: MessageKey): Control {
  const field = FIELDS[name];
  const max = field.kind === 'number' ? field.max : 0;
  return function Time({ id, state, actions, say }) {
    const lock = useLock(name, id, say);
    return (
      <TimeField
        id={`${id}-ms`}
        label={say(label)}
        value={state.settings[name]}
        max={max}
        lock={lock}
        onEnter={(ms) => {
          actions.set(name, ms);
        }}
        say={say}
      />
    );
  };
}

export interface RadiosProps<Value extends string | number> {
  /** The shared name of these buttons. */
  id: string;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => ComponentChildren;
  /** Who has set it, if the reader cannot. */
  lock?: Lock | undefined;
  onChoose: (value: Value) => void;
}

/** Radio buttons for a few values. */
export function Radios<Value extends string | number>(props: RadiosProps<Value>) {
  const { id, values, chosen, label, lock, onChoose } = props;
  return (
    <>
      <div class="choices">
        {values.map((value) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              {...lock?.input}
              onChange={() => {
                onChoose(value);
              }}
            />
            <span class="choice-text">{label(value)}</span>
          </label>
        ))}
      </div>
      {lock?.note}
    </>
  );
}

/** A checkbox with its label. */
export function Check(props: CheckProps) {
  const { name, checked, lock, onSwitch, children } = props;
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name={name}
          checked={checked}
          {...lock?.input}
          onChange={() => {
            onSwitch(!checked);
          }}
        />
        <span class="choice-text">{children}</span>
      </label>
      {lock?.note}
    </>
  );
}

export interface CheckProps {
  name: string;
  checked: boolean;
  /** Who has set it, if the reader cannot. */
  lock?: Lock | undefined;
  onSwitch: (on: boolean) => void;
  children: ComponentChildren;
}
