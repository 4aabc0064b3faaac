/**
 * JSON files that people may have edited by hand: bytes to text, text to a value, and where each part of it stands.
 * Strict, and in linear time whatever the file is. Knows JSON alone: what may stand in a file is for the room that
 * reads it.
 */
export { textOfFile, type FileText } from './file-text.ts';
export type { JsonPath, Position } from './places.ts';
export { readJson, type JsonDocument, type JsonProblem } from './read-json.ts';
