/** A question with a few answers, one of which holds: radio buttons with a note each. */
import { Section } from './Section.tsx';

export interface ChoicesProps<Value extends string> {
  id: string;
  heading: string;
  hint: string;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, heading, hint, values, chosen, label, onChoose } = props;
  return (
    <Section id={id} heading={heading} hint={hint}>
      {values.map((value) => (
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
          <span class="choice-text">
            <span>{label(value)}</span>
          </span>
        </label>
      ))}
    </Section>
  );
}
