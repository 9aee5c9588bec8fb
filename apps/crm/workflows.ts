import { type WorkflowId, workflowIds } from '@octo/contracts/workflow-ids.ts';
import { workflowTable } from '@octo/platform/http/workflow-table.ts';

/** What a request is part of, by where it went; who calls between services says it. */
const byAddress: Readonly<Record<string, WorkflowId>> = {
  '/orders': 'order-history',
  '/api/orders': 'order-history',
  '/customers': 'crm-lead-capture',
  '/api/customers': 'crm-lead-capture',
  '/': 'admin-analytics',
  '/products': 'admin-analytics',
  '/shops': 'admin-analytics',
  '/sync': 'admin-analytics',
  '/audit': 'admin-analytics',
  '/users': 'admin-analytics',
  '/observability': 'admin-analytics',
  '/xray': 'admin-analytics',
  '/api/observability': 'admin-analytics',
  '/api/dashboard': 'admin-analytics',
  '/api/admin': 'admin-analytics',
  '/api/sync': 'admin-analytics',
  '/api/products': 'admin-analytics',
  '/api/warehouses': 'admin-analytics',
  '/api/shops': 'admin-analytics',
  '/api/simulation': 'admin-analytics',
  '/query-lab': 'query-lab',
  '/platform': 'query-lab',
  '/api/workflows': 'query-lab',
  '/api/query-lab': 'query-lab',
  '/api/components': 'query-lab',
  '/api/platform': 'query-lab',
};

export const workflows = workflowTable(workflowIds, byAddress);
