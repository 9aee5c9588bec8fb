import { type AppError, faultyField } from '../errors/app-error.ts';
import type { EventPosition, Position, SortKind } from './keyset.ts';

const longestText = 200;
// Years of four digits: a database knows no year -271821.
const writtenInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const writtenAmount = /^\d{1,10}\.\d\d$/;

/** A position as the opaque text that a caller sends back for the next page. `list` names the list and its order. */
export function encodeCursor(list: string, { value, id }: Position | EventPosition): string {
  const written = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([list, written, id])).toString('base64url');
}

/** Reads a cursor made for the same list in the same order. Throws Invalid, blaming `after`, for anything else. */
export function decodeCursor(list: string, cursor: string, kind: SortKind): Position {
  const { value, id } = decode(list, cursor, kind);
  if (typeof id === 'number' && Number.isSafeInteger(id)) return { value, id };
  throw cursorInvalid();
}

/** The same for a list whose ids are UUIDs. */
export function decodeEventCursor(list: string, cursor: string, kind: SortKind): EventPosition {
  const { value, id } = decode(list, cursor, kind);
  if (typeof id === 'string' && uuid.test(id)) return { value, id };
  throw cursorInvalid();
}

function decode(list: string, cursor: string, kind: SortKind): { value: Position['value']; id: unknown } {
  const parts = parse(cursor);
  const [madeFor, written, id] = parts;
  const value = readValue(written, kind);
  if (parts.length === 3 && madeFor === list && value !== undefined) return { value, id };
  throw cursorInvalid();
}

function cursorInvalid(): AppError {
  const message = 'This is not the next of a page in this order. Start from the first page.';
  return faultyField('Invalid', 'paging.cursor_invalid', 'after', message);
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function readValue(written: unknown, kind: SortKind): Position['value'] | undefined {
  if (kind === 'whole') return Number.isSafeInteger(written) ? Number(written) : undefined;
  if (typeof written !== 'string') return undefined;
  if (kind === 'amount') return writtenAmount.test(written) ? written : undefined;
  if (kind === 'instant') return readInstant(written);
  return written.length <= longestText && written.isWellFormed() && !written.includes('\u0000') ? written : undefined;
}

function readInstant(written: string): Date | undefined {
  const instant = new Date(written);
  return writtenInstant.test(written) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}
