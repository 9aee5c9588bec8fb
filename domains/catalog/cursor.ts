import { faultyField } from '@octo/platform/errors/app-error.ts';
import { type Position, type ProductOrder, productOrders } from './product-order.ts';

// Years of four digits: a database knows no year -271821.
const writtenInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A position as the opaque text that a caller sends back for the next page. */
export function encodeCursor(position: Position, order: ProductOrder): string {
  const value = position.value instanceof Date ? position.value.toISOString() : position.value;
  return Buffer.from(JSON.stringify([order, value, position.id])).toString('base64url');
}

/** Reads a cursor made for the same order. Throws Invalid for anything else. */
export function decodeCursor(cursor: string, order: ProductOrder): Position {
  const parts = parse(cursor);
  const [madeFor, value, id] = parts;
  const column = productOrders[order].column;
  const isNumber = column === 'stock' || column === 'id';
  if (
    parts.length === 3 &&
    madeFor === order &&
    Number.isSafeInteger(id) &&
    typeof value === (isNumber ? 'number' : 'string')
  ) {
    const read = readValue(String(value), column);
    if (read !== undefined) return { value: read, id: Number(id) };
  }
  throw faultyField(
    'Invalid',
    'catalog.cursor_invalid',
    'after',
    'This is not the next of a page in this order. Start from the first page.',
  );
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function readValue(text: string, column: string): Position['value'] | undefined {
  if (text.includes('\u0000')) return undefined;
  if (column === 'price') return /^\d{1,10}\.\d\d$/.test(text) ? text : undefined;
  if (column === 'stock' || column === 'id') return Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
  if (column !== 'createdAt') return text.slice(0, 200);
  const instant = new Date(text);
  return writtenInstant.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}
