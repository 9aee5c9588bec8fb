import { type WorkflowId, workflowIds } from '@octo/contracts/workflow-ids.ts';
import { workflowTable } from '@octo/platform/http/workflow-table.ts';

/** What a request is part of, by where it went; who calls between services says it. */
const byAddress: Readonly<Record<string, WorkflowId>> = {
  '/': 'browse-catalog',
  '/shop': 'browse-catalog',
  '/products': 'browse-catalog',
  '/locations': 'browse-catalog',
  '/api/products': 'browse-catalog',
  '/api/categories': 'browse-catalog',
  '/api/shop': 'browse-catalog',
  '/cart': 'add-to-cart',
  '/api/cart': 'add-to-cart',
  '/checkout': 'checkout',
  '/api/shop/checkout': 'checkout',
  '/orders': 'order-history',
};

export const workflows = workflowTable(workflowIds, byAddress);
