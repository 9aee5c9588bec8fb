import type { FlatAttributes, SpanRecord } from '../../otlp/records.ts';

/** What is kept of a span beside its columns; what is empty is left out. */
export interface SpanContent {
  message?: string;
  attributes: FlatAttributes;
  events?: { timeUnixNano: string; name: string; attributes: FlatAttributes }[];
  links?: { traceId: string; spanId: string; attributes: FlatAttributes }[];
}

/** With the attributes that are its own: what it shares with others is kept elsewhere. */
export function contentOf({ statusMessage, events, links }: SpanRecord, attributes: FlatAttributes): string {
  const content: SpanContent = { attributes };
  if (statusMessage !== '') content.message = statusMessage;
  if (links.length > 0) content.links = links;
  if (events.length > 0)
    content.events = events.map(({ timeNano, name, attributes }) => ({
      timeUnixNano: timeNano.toString(),
      name,
      attributes,
    }));
  return JSON.stringify(content);
}

/** Only contentOf writes what is read here. */
export function parseContent(content: string): SpanContent {
  return JSON.parse(content) as SpanContent;
}

export function parseAttributes(attributes: string): FlatAttributes {
  return JSON.parse(attributes) as FlatAttributes;
}
