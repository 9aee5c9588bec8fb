import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { FlatAttributes, Resource, Scalar } from './records.ts';

/** How much of what is sent is kept. What goes beyond is cut, and counted. */
export const limits = {
  itemsPerRequest: 50_000,
  resourcesPerRequest: 10_000,
  attributes: 128,
  eventAttributes: 32,
  events: 128,
  links: 128,
  buckets: 320,
  exemplars: 32,
  listItems: 128,
  nameLength: 512,
  keyLength: 200,
  valueLength: 8192,
  bodyLength: 16_384,
  /** Nesting of values; deeper ones are left out. */
  depth: 8,
} as const;

/** Counts over one request what did not go in as it was sent. */
export interface Tally {
  items: number;
  rejected: number;
  reason: string;
  cut: number;
}

export function newTally(): Tally {
  return { items: 0, rejected: 0, reason: '', cut: 0 };
}

export function reject(tally: Tally, reason: string): void {
  tally.rejected += 1;
  if (tally.reason === '') tally.reason = reason;
}

/** Whether one more item of a request is taken. */
export function hasRoom(tally: Tally): boolean {
  tally.items += 1;
  if (tally.items <= limits.itemsPerRequest) return true;
  reject(tally, `a request holds at most ${limits.itemsPerRequest} items`);
  return false;
}

export function clip(text: string, longest: number, tally: Tally): string {
  if (text.length <= longest) return text;
  tally.cut += 1;
  return copyOf(text.slice(0, longest));
}

/** A part of a text keeps all of it in memory, until it is a text of its own; half of a character at its end leaves. */
function copyOf(part: string): string {
  return Buffer.from(part.toWellFormed()).toString();
}

/** Gathers attributes up to a number of them. */
export interface Gathering {
  readonly attributes: FlatAttributes;
  room: number;
  readonly tally: Tally;
}

export function gather(room: number, tally: Tally): Gathering {
  return { attributes: {}, room, tally };
}

export function addAttribute(to: Gathering, name: string, value: Scalar | Scalar[] | undefined): void {
  if (value === undefined || name === '' || name === '__proto__') return;
  if (to.room <= 0) {
    to.tally.cut += 1;
    return;
  }
  to.room -= 1;
  to.attributes[clip(name, limits.keyLength, to.tally)] =
    typeof value === 'string' ? clip(value, limits.valueLength, to.tally) : value;
}

/** By the semantic conventions, who names no service is this one. */
const unknownService = 'unknown_service';

export function resourceOf(attributes: FlatAttributes): Resource {
  const name = attributes[attributeNames.serviceName];
  const service = typeof name === 'string' && name !== '' ? name.slice(0, limits.keyLength) : unknownService;
  return { service, attributes };
}
