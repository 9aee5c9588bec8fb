import type { AttributeValue } from '@opentelemetry/api';
import type { ByteWriter } from './byte-writer.ts';

/** The numbers of AnyValue's fields in opentelemetry/proto/common/v1/common.proto. */
const anyValue = { text: 1, truth: 2, whole: 3, double: 4, list: 5 } as const;

/** Writes a KeyValue. Whole numbers are int64, others double. */
export function writeAttribute(to: ByteWriter, field: number, name: string, value: AttributeValue): void {
  if (typeof value === 'string' && to.textPair(field, name, value)) return;
  const pair = to.open(field);
  to.text(1, name);
  writeValue(to, 2, value);
  to.close(pair);
}

/** Writes an AnyValue. */
export function writeValue(to: ByteWriter, field: number, value: AttributeValue | null | undefined): void {
  const start = to.open(field);
  if (typeof value === 'string') to.text(anyValue.text, value);
  else if (typeof value === 'number') writeNumber(to, value);
  else if (typeof value === 'boolean') to.whole(anyValue.truth, value ? 1 : 0);
  else if (Array.isArray(value)) writeList(to, value);
  to.close(start);
}

function writeNumber(to: ByteWriter, value: number): void {
  if (Number.isSafeInteger(value)) to.signed(anyValue.whole, value);
  else to.double(anyValue.double, value);
}

function writeList(to: ByteWriter, values: readonly (string | number | boolean | null | undefined)[]): void {
  const list = to.open(anyValue.list);
  for (const value of values) writeValue(to, 1, value);
  to.close(list);
}
