import { serviceNames } from '@octo/contracts/telemetry/services.ts';

/** On spans, log lines and database sessions, unless OTEL_SERVICE_NAME says otherwise. */
export const serviceName = serviceNames.crm;
