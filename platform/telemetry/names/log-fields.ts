import { onOracle, own, standard, type TelemetryName } from './name.ts';

/** What a log line holds beside the names that spans have, too. */
export const logFieldNames: readonly TelemetryName[] = [
  own('time', 'log line', 'When, ISO 8601 in UTC'),
  own('severity', 'log line', 'DEBUG, INFO, WARN, ERROR'),
  own('message', 'log line', 'What happened'),
  own('request_id', 'log line', 'Id of the request, also in X-Request-Id'),
  own('workflow_id', 'log line', 'What the work is part of, also in X-Workflow-Id'),
  own('trace_id', 'log line', 'Trace the line was written in, also in X-Trace-Id'),
  own('span_id', 'log line', 'Span the line was written in'),
  own('oracleApmTraceId', 'log line', 'trace_id under the name that Oracle APM looks for'),
  own('oracleApmSpanId', 'log line', 'span_id under the name that Oracle APM looks for'),
  own('duration_ms', 'log line', 'How long the request took, in milliseconds'),
  own('error.code', 'log line', 'Code of the failure'),
  onOracle('error.advice', 'log line', 'What to look at, for whoever runs the service'),
  own('error.cause_code', 'log line', 'Code of what caused it, such as that of the database'),
  own('error.stack', 'log line', 'Where it came from, without the message'),
  standard('event.name', 'log line', 'What kind of line it is, e.g. `database.statement_running`'),
  own('octo.db.action', 'log line', 'Route or verb that a statement runs for'),
  own('octo.db.elapsed_ms', 'log line', 'How long a statement has been running by now, in milliseconds'),
  onOracle('octo.log.cut', 'log line', 'How many characters of a line OCI Logging has no room for, and did not get'),
];
