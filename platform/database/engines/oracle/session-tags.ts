import { currentWork } from '../../../telemetry/current-work.ts';
import type { OracleConnection } from './oracle-client.ts';

/** What V$SESSION holds of each, in bytes. */
const longest = { module: 48, action: 64, clientId: 64 };

/** What the sessions of one service have in common. */
export interface SessionTags {
  /** MODULE: the service. */
  module: string;
  /** Where the tables are, when not with the user; as Oracle keeps names that nobody quoted, in capitals. */
  schema: string | undefined;
  callTimeoutMs: number;
}

/**
 * Says for whom a session works from now on: MODULE is the service, ACTION the active span, CLIENT_IDENTIFIER its trace. All of it is
 * said each time, so nothing stays from who had the session before, and travels with the next statement.
 */
export function tagSession(connection: OracleConnection, { module, schema, callTimeoutMs }: SessionTags): void {
  const { action, traceId } = currentWork();
  connection.module = cutToBytes(module, longest.module);
  connection.action = cutToBytes(action, longest.action);
  connection.clientId = cutToBytes(traceId, longest.clientId);
  connection.callTimeout = callTimeoutMs;
  if (schema !== undefined && connection.currentSchema !== schema) connection.currentSchema = schema;
}

const encoder = new TextEncoder();

/** The longest beginning of a text that fits, without half a character at its end. */
export function cutToBytes(text: string, most: number): string {
  if (text.length * 3 <= most) return text;
  return text.slice(0, encoder.encodeInto(text, new Uint8Array(most)).read);
}
