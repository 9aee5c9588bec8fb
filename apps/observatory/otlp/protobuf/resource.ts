import { gather, hasRoom, limits, resourceOf, type Tally } from '../limits.ts';
import { tooManyResources } from '../malformed.ts';
import type { FlatAttributes, FromResource } from '../records.ts';
import { readAttribute } from './attributes.ts';
import { message, type Reader, readerOf, skip, tag } from './reader.ts';

/**
 * Reads any export request: resources, in them scopes, in those the items. Its three layers have the same numbers for
 * spans, log records and metrics.
 */
export function readExport<Item>(
  body: Buffer,
  tally: Tally,
  readItem: (reader: Reader, add: (item: Item) => void) => void,
): FromResource<Item>[] {
  const reader = readerOf(body);
  const parts: FromResource<Item>[] = [];
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 1 && parts.length >= limits.resourcesPerRequest) throw tooManyResources();
    else if (key >>> 3 === 1) parts.push(readResourcePart(message(reader, key & 7), tally, readItem));
    else skip(reader, key & 7);
  }
  return parts;
}

function readResourcePart<Item>(
  reader: Reader,
  tally: Tally,
  readItem: (reader: Reader, add: (item: Item) => void) => void,
): FromResource<Item> {
  const items: Item[] = [];
  let attributes: FlatAttributes = {};
  const add = (item: Item) => void items.push(item);
  while (reader.at < reader.end) {
    const key = tag(reader);
    const field = key >>> 3;
    if (field === 1) attributes = readAttributes(message(reader, key & 7), tally);
    else if (field === 2) readScope(message(reader, key & 7), tally, (item) => readItem(item, add));
    else skip(reader, key & 7);
  }
  return { resource: resourceOf(attributes), items };
}

function readAttributes(reader: Reader, tally: Tally): FlatAttributes {
  const gathering = gather(limits.attributes, tally);
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 1) readAttribute(message(reader, key & 7), gathering);
    else skip(reader, key & 7);
  }
  return gathering.attributes;
}

function readScope(reader: Reader, tally: Tally, onItem: (reader: Reader) => void): void {
  while (reader.at < reader.end) {
    const key = tag(reader);
    if (key >>> 3 === 2 && hasRoom(tally)) onItem(message(reader, key & 7));
    else skip(reader, key & 7);
  }
}
