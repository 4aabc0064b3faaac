/** The controls that most settings need, made from the table of settings. Each is drawn inside of its section. */
import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../locale/index.ts';
import { FIELDS, type Settings } from '../settings/index.ts';
import type { Control, ControlProps } from './state.ts';
import { TimeField } from './TimeField.tsx';

/** Names of the settings that hold one of a few values, a number, or on and off. */
type NamesOf<Kind> = {
  [Name in keyof Settings]: Settings[Name] extends Kind ? Name : never;
}[keyof Settings];

/** Radio buttons, one for each value of a setting, in the order of the table. */
export function choices<Name extends NamesOf<string | number>>(
  name: Name,
  label: (value: Settings[Name], props: ControlProps) => ComponentChildren,
): Control {
  const field = FIELDS[name];
  const values = field.kind === 'choice' ? (field.values as readonly Settings[Name][]) : [];
  return (props) => (
    <Radios
      id={props.id}
      values={values}
      chosen={props.state.settings[name]}
      label={(value) => label(value, props)}
      onChoose={(value) => {
        props.actions.set(name, value);
      }}
    />
  );
}

/** A label for each value. */
export const labelled =
  <Value extends string>(labels: Record<Value, MessageKey>) =>
  (value: Value, { say }: ControlProps): string =>
    say(labels[value]);

/** One box that is ticked or not. */
export const toggle = (name: NamesOf<boolean>, label: MessageKey): Control =>
  function Toggle({ state, actions, say }) {
    return (
      <Check
        name={name}
        checked={state.settings[name]}
        onSwitch={(on) => {
          actions.set(name, on);
        }}
      >
        <span>{say(label)}</span>
      </Check>
    );
  };

/** A field for a time in ms. */
export function time(name: NamesOf<number> & ('dwellMs' | 'leaveMs'), label: MessageKey): Control {
  const field = FIELDS[name];
  const max = field.kind === 'number' ? field.max : 0;
  return ({ id, state, actions, say }) => (
    <TimeField
      id={`${id}-exact`}
      label={say(label)}
      value={state.settings[name]}
      most={max}
      onEnter={(ms) => {
        actions.set(name, ms);
      }}
      say={say}
    />
  );
}

export interface RadiosProps<Value extends string | number> {
  /** Shared by the buttons, and by no others. */
  id: string;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => ComponentChildren;
  onChoose: (value: Value) => void;
}

/** A question with a few answers, one of which holds. */
export function Radios<Value extends string | number>(props: RadiosProps<Value>) {
  const { id, values, chosen, label, onChoose } = props;
  return values.map((value) => (
    <label key={value} class="choice">
      <input
        type="radio"
        name={id}
        value={value}
        checked={value === chosen}
        onChange={() => {
          onChoose(value);
        }}
      />
      <span class="choice-text choice-line">{label(value)}</span>
    </label>
  ));
}

/** One thing that is on or off. */
export function Check(props: {
  name: string;
  checked: boolean;
  onSwitch: (on: boolean) => void;
  children: ComponentChildren;
}) {
  const { name, checked, onSwitch, children } = props;
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={() => {
          onSwitch(!checked);
        }}
      />
      <span class="choice-text">{children}</span>
    </label>
  );
}
