import { observatoryName } from '@octo/contracts/telemetry/services.ts';

/** On log lines, unless OTEL_SERVICE_NAME says otherwise. */
export const serviceName = observatoryName;
