/** Rows of the tables that benchmarks of pages print. */

export function printRow(title: string, cells: readonly string[]): void {
  console.log(
    `  ${title.padEnd(14).slice(0, 14)}${cells.map((cell) => cell.padStart(11)).join('')}`,
  );
}
