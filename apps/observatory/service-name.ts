/** On log lines, unless OTEL_SERVICE_NAME says otherwise. */
export const serviceName = 'octo-observatory';
