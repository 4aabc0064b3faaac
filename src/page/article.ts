/** What is read of a page when somebody asks for it, without what reads every page. */
export { articleParagraphs } from './article-text.ts';
export { jsonText } from './json-text.ts';
