import type { Attributes } from '@opentelemetry/api';
import { writeAttribute } from './attribute.ts';
import { ByteWriter } from './byte-writer.ts';

/** Records of one instrumentation scope, each written with its key: field 2 of ScopeSpans, ScopeLogs and ScopeMetrics alike. */
export interface ScopeRecords {
  scope: string;
  records: Buffer;
}

export const recordField = 2;

/** A Resource, written once per process. */
export function resourceBytes(attributes: Attributes): Buffer {
  const to = new ByteWriter();
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) writeAttribute(to, 1, name, value);
  return Buffer.from(to.written());
}

/** The request of an export: one resource, its scopes, their records. The same numbers hold for traces, metrics and logs. */
export function envelope(resource: Buffer, scopes: readonly ScopeRecords[]): Buffer {
  return Buffer.concat(envelopeParts(resource, scopes));
}

/** The same in parts, with the records as they lie there: they are many, and copied by the network once more. */
export function envelopeParts(resource: Buffer, scopes: readonly ScopeRecords[]): Buffer[] {
  const inner = [field(1, resource.length), resource, ...scopes.flatMap(scopeParts)];
  return [field(1, sizeOf(inner)), ...inner];
}

function scopeParts({ scope, records }: ScopeRecords): Buffer[] {
  const head = new ByteWriter(scope.length + 16);
  const start = head.open(1);
  head.text(1, scope);
  head.close(start);
  const name = head.written();
  return [field(2, name.length + records.length), name, records];
}

/** The key and the length of a message that follows. */
function field(number: number, length: number): Buffer {
  const to = new ByteWriter(16);
  to.varint((number << 3) | 2);
  to.varint(length);
  return to.written();
}

function sizeOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
