/** The bundled dataset, validated and compiled by cli/dataset-plugin.ts when the extension is built. */
declare module 'virtual:dataset' {
  export const detection: string;
  export const knowledge: string;
  export const callings: string;
}
