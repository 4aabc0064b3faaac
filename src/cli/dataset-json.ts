/** How the commands write a dataset's file: as prettier does, so that a change is one line and an author can read it. Pure. */

/** Longest list of plain values on one line, with its indent. */
const WIDTH = 100;

/** @param value JSON. @returns text that ends with a line break */
export const datasetText = (value: unknown): string => `${written(value, '', 0)}\n`;

function written(value: unknown, indent: string, before: number): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
    const isPlain = value.every((one) => typeof one !== 'object' || one === null);
    if (isPlain && indent.length + before + line.length < WIDTH) return line;
    const items = value.map((one) => inner + written(one, inner, 0));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, one]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + written(one, inner, name.length);
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
