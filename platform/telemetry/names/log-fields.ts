import { attributeNames as names } from './attributes.ts';
import { bounded, byId, free, numberOf, onOracle, own, proposed, type TelemetryName } from './name.ts';

/** What a log line holds beside the names that spans have, too. */
export const logFieldNames: readonly TelemetryName[] = [
  own('time', 'log line', 'When, ISO 8601 in UTC', { ...free, type: 'time' }),
  own('severity', 'log line', 'DEBUG, INFO, WARN, ERROR'),
  own('message', 'log line', 'What happened', bounded),
  own('request_id', 'log line', 'Id of the request, also in X-Request-Id', byId),
  own('workflow_id', 'log line', 'What the work is part of, also in X-Workflow-Id'),
  own('trace_id', 'log line', 'Trace the line was written in, also in X-Trace-Id', byId),
  own('span_id', 'log line', 'Span the line was written in', byId),
  own('oracleApmTraceId', 'log line', 'trace_id under the name that Oracle APM looks for', byId),
  own('oracleApmSpanId', 'log line', 'span_id under the name that Oracle APM looks for', byId),
  own(names.durationMs, 'log line', 'How long the request took', {
    ...free,
    type: 'number',
    unit: 'ms',
  }),
  own(names.errorCode, 'log line', 'Code of the failure', bounded),
  onOracle('error.advice', 'log line', 'What to look at, for whoever runs the service', bounded),
  own('error.cause_code', 'log line', 'Code of what caused it, such as that of the database', bounded),
  own(names.errorStack, 'log line', 'Where it came from, without the message', free),
  proposed(names.event, 'log line', 'What kind of line it is, e.g. `database.statement_running`', bounded),
  own(names.action, 'log line', 'Route or verb that a statement runs for', bounded),
  own(names.elapsedMs, 'log line', 'How long a statement has been running by now', numberOf('ms')),
  onOracle(
    names.lineCut,
    'log line',
    'How many characters of a line OCI Logging has no room for, and did not get',
    numberOf('{character}'),
  ),
];
