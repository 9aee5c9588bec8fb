/** The services of the platform, as they name themselves on their spans. */
export const shop = 'octo-drone-shop';
export const crm = 'enterprise-crm-portal';
export const gateway = 'octo-workflow-gateway';

export const watchedServices = [shop, crm, gateway] as const;
