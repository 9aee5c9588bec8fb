// Loaded before the application (`node --import ./apps/workflow-gateway/telemetry.ts apps/workflow-gateway/main.ts`), so that its first span has a tracer.
import { registerTelemetry } from '@octo/platform/telemetry/register.ts';
import { serviceName } from './service-name.ts';

registerTelemetry(serviceName);
