/** On spans, log lines, records and database sessions, unless OTEL_SERVICE_NAME says otherwise. */
export const serviceName = 'octo-workflow-gateway';
