/** The bundled dataset. cli/dataset-plugin.ts validates and compiles it when the extension is built. Each but the first is JSON. */
declare module 'virtual:dataset' {
  export const quickLook: string;
  export const scanner: string;
  export const catalogue: string;
  export const rules: string;
  export const cards: string;
  export const knowledge: string;
  export const searchTerms: string;
  export const triggers: string;
  export const linguistics: string;
}
