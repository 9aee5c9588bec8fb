// Loaded before the application (`node --import ./apps/shop/telemetry.ts apps/shop/main.ts`), so that its first span has a tracer.
import { registerTelemetry } from '@octo/platform/telemetry/register.ts';
import { monitored } from './monitored.ts';
import { serviceName } from './service-name.ts';

registerTelemetry(serviceName, monitored);
