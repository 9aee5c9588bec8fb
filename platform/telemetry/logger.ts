import { type DestinationStream, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';
import { traceFields } from './current-trace.ts';

export type { Logger } from 'pino';

/** Fields that may hold personal data or secrets; should one ever reach a log line, its value does not. */
const redacted = new Set([
  ...['email', 'customer_email', 'customerEmail', 'password', 'token', 'payment_token', 'paymentToken'],
  ...['authorization', 'cookie'],
]);

/** Lines are gathered for a moment; pino writes the rest when the process ends. */
const buffered = { sync: false, minLength: 4096, periodicFlush: 100 };

/** JSON lines, on standard output unless told otherwise, each with the ids of the trace it was written in. */
export function createLogger(
  service: { name: string; namespace: string; version: string },
  level = 'info',
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level,
    messageKey: 'message',
    timestamp: stdTimeFunctions.isoTime,
    base: { 'service.name': service.name, 'service.namespace': service.namespace, 'service.version': service.version },
    formatters: { level: (label) => ({ severity: label.toUpperCase() }), log: safeFields },
    mixin: traceFields,
  };
  return pino(options, destination ?? pino.destination(buffered));
}

/** Log fields are flat: what lies deeper is left out, for nobody would look there for what must not be written. */
function safeFields(fields: Record<string, unknown>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (redacted.has(name)) safe[name] = '[redacted]';
    else safe[name] = typeof value === 'object' && value !== null ? '[nested]' : value;
  }
  return safe;
}
