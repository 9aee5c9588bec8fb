/** On spans, log lines and database sessions, unless OTEL_SERVICE_NAME says otherwise. */
export const serviceName = 'enterprise-crm-portal';
