/** The bundled dataset, validated and compiled by cli/dataset-plugin.ts when the extension is built. */
declare module 'virtual:dataset' {
  export const scanner: string;
  export const rules: string;
  export const cards: string;
  export const knowledge: string;
  export const callings: string;
}
