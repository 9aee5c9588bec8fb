import type { FlatAttributes, Scalar } from '../../otlp/records.ts';

/** The texts that an attribute is found by: its value, or each of a list. */
export function textsOf(value: Scalar | Scalar[]): string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A number that stands for an attribute with this value. Others may have the same: who finds by it looks again. */
export function attributeToken(name: string, text: string): number {
  return hashOf(`${name}=${text}`);
}

/** A number that stands for a resource, in place of all its attributes. */
export function resourceToken(id: number): number {
  return hashOf(`resource ${id}`);
}

/** The same for what spans of a sort share. */
export function sortToken(id: number): number {
  return hashOf(`sort ${id}`);
}

/** Of long lists a span is found by the first items alone: each of them takes room. */
const mostTokens = 256;

export function addTokens(attributes: FlatAttributes, tokens: Set<number>): void {
  let room = mostTokens;
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    for (const text of textsOf(value).slice(0, room)) tokens.add(attributeToken(name, text));
    room -= Array.isArray(value) ? value.length : 1;
    if (room <= 0) return;
  }
}

const longestHashed = 300;

/** FNV-1a in 32 bits, over the start of a long text. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5;
  const length = Math.min(text.length, longestHashed);
  for (let at = 0; at < length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
