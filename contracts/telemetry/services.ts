/** The services of the platform, as they name themselves on everything they tell. */
export const serviceNames = {
  shop: 'octo-drone-shop',
  crm: 'enterprise-crm-portal',
  gateway: 'octo-workflow-gateway',
} as const;

/** Keeps and shows what those tell. It makes no spans of its own, which would come back to it without end. */
export const observatoryName = 'octo-observatory';
