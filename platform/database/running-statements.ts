import { context } from '@opentelemetry/api';
import type { LogFields, Logger } from '../telemetry/logger.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { eventNames } from '../telemetry/names/events.ts';
import { type OpenSqlSpan, sqlSpansOpenFor } from '../telemetry/open-sql-spans.ts';

const longAfterMs = 1000;
const lookEveryMs = 1000;

/** What tells which statement it is, and in which session; no text and no values. */
const toldAttributes = new Set<string>([attributeNames.query, attributeNames.sqlId, attributeNames.backendPid]);

/**
 * Logs once of each statement of this process that has been running for a second, until it is disposed of. A span is sent when
 * it is over, so without this nobody could say whose trace a session belongs to that keeps others waiting right now.
 */
export function tellRunningStatements(logger: Logger, afterMs = longAfterMs): Disposable {
  const told = new WeakSet<OpenSqlSpan['span']>();
  const look = () => {
    for (const statement of sqlSpansOpenFor(afterMs)) {
      if (told.has(statement.span)) continue;
      told.add(statement.span);
      context.with(statement.context, logger.warn, undefined, fieldsOf(statement), 'a statement is still running');
    }
  };
  const timer = setInterval(look, lookEveryMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

function fieldsOf({ span, openMs, action }: OpenSqlSpan): LogFields {
  const { names, values } = span.attributes;
  const told = names.flatMap((name, index) => (toldAttributes.has(name) ? [[name, values[index]]] : []));
  return {
    [attributeNames.event]: eventNames.statementRunning,
    ...Object.fromEntries(told),
    [attributeNames.action]: action === '' ? undefined : action,
    [attributeNames.elapsedMs]: Math.round(openMs),
  };
}
