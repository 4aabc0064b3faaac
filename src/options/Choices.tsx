/** A question with a few answers, one of which holds: radio buttons with a note each. */
import type { ComponentChildren } from 'preact';
import { Section } from './Section.tsx';
import type { SectionId } from './sections.ts';

export interface ChoicesProps<Value extends string | number> {
  id: SectionId;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => ComponentChildren;
  onChoose: (value: Value) => void;
  /** What else the section has. */
  children?: ComponentChildren;
}

/** A section of its own. */
export function Choices<Value extends string | number>({ children, ...rest }: ChoicesProps<Value>) {
  return (
    <Section id={rest.id}>
      <Radios {...rest} />
      {children}
    </Section>
  );
}

/** The answers alone. */
export function Radios<Value extends string | number>(
  props: Omit<ChoicesProps<Value>, 'children'>,
) {
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
