import type { FlatAttributes, Scalar } from '../../otlp/records.ts';

/** Begins every word of the index that stands for a field; no word of a message does. */
const mark = '\ue000';
/** Of long lists a line is found by the first items alone. */
const mostTokens = 256;
const longestHashed = 300;

/** What of a line is no attribute, and is found by it all the same. */
export type Dimension = 'service' | 'instance' | 'level' | 'trace';

/** A word that stands for a field with this value. The value `*` stands for any. */
export function fieldToken(name: string, text: string): string {
  return tokenOf(`${name}=${text}`);
}

/** The same of what is no attribute: no field is called so. */
export function dimensionToken(dimension: Dimension, text: string): string {
  return tokenOf(` ${dimension}=${text}`);
}

/** What the index is given of a line. */
export function indexedText(body: string, dimensions: readonly [Dimension, string][], fields: FlatAttributes): string {
  const words = [body.replaceAll(mark, ' '), ...dimensions.map(([name, text]) => dimensionToken(name, text))];
  let room = mostTokens;
  for (const [name, value] of Object.entries(fields)) {
    const texts = textsOf(value).slice(0, room);
    words.push(fieldToken(name, '*'), ...texts.map((text) => fieldToken(name, text)));
    room -= texts.length;
    if (room <= 0) break;
  }
  return words.join(' ');
}

/** The words of a text, as the index tells them apart. */
export function piecesOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function textsOf(value: Scalar | Scalar[]): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Two hashes of 32 bits in one: that two fields of a store have the same is not to be expected. */
function tokenOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  const length = Math.min(text.length, longestHashed);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return `${mark}${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
