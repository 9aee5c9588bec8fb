import { serviceNames } from '@octo/contracts/telemetry/services.ts';

/** The services of the platform, as they name themselves on their spans. */
export const { shop, crm, gateway } = serviceNames;

export const watchedServices = [shop, crm, gateway] as const;
