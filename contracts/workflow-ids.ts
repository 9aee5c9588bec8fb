/** The journeys that people know the platform by, on spans, log lines and in X-Workflow-Id. A name once given stays. */
export const workflowIds = [
  'browse-catalog',
  'add-to-cart',
  'checkout',
  'order-history',
  'crm-lead-capture',
  'admin-analytics',
  'query-lab',
  'other',
] as const;
export type WorkflowId = (typeof workflowIds)[number];
