import { createHash } from 'node:crypto';

/** Tells two contents apart, and only those: the order of fields, which a sender may change, makes no difference. */
export function contentHashOf(content: { type: string; payload: unknown }): string {
  return createHash('sha256')
    .update(canonical([content.type, content.payload]))
    .digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner));
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
