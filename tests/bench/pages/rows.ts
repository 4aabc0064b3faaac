/** Tables of the page benchmarks, in Markdown, a row at a time: they can go into docs/performance.md as they are. */

export function printHead(columns: readonly string[]): void {
  printRow(columns);
  printRow(columns.map(() => '---'));
}

export function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

/** Two digits that count; whole numbers from 20 on. */
export function short(value: number): string {
  return value.toFixed(Math.abs(value) < 20 ? 1 : 0);
}
