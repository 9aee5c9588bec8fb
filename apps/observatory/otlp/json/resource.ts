import { gather, hasRoom, limits, resourceOf, type Tally } from '../limits.ts';
import { tooManyResources } from '../malformed.ts';
import type { FromResource } from '../records.ts';
import { readAttributes } from './attributes.ts';
import { type Fields, fieldsOf, listOf, parseBody } from './fields.ts';

/** What the three layers of a request are called; the rest of them is the same for spans, log records and metrics. */
export interface LayerNames {
  readonly resources: string;
  readonly scopes: string;
  readonly items: string;
}

/** Reads any export request: resources, in them scopes, in those the items. */
export function readExport<Item>(
  body: Buffer,
  names: LayerNames,
  tally: Tally,
  readItem: (fields: Fields) => Item[],
): FromResource<Item>[] {
  const parts = listOf(parseBody(body)[names.resources], names.resources);
  if (parts.length > limits.resourcesPerRequest) throw tooManyResources();
  return parts.map((part) => {
    const { attributes } = part.resource === undefined ? {} : fieldsOf(part.resource, 'resource');
    const resource = resourceOf(readAttributes(attributes, gather(limits.attributes, tally)));
    const scopes = listOf(part[names.scopes], names.scopes);
    const items = scopes.flatMap((scope) => listOf(scope[names.items], names.items).filter(() => hasRoom(tally)));
    return { resource, items: items.flatMap(readItem) };
  });
}
