/** What is recorded in the audit, in words. */
export const auditActions = {
  'orders.status': 'Order moved on',
  'orders.fulfilment': 'Fulfilment moved on',
  'orders.payment': 'Payment recorded',
  'products.create': 'Product added',
  'products.update': 'Product changed',
  'products.stock': 'Stock corrected',
  'shops.create': 'Shop added',
  'shops.update': 'Shop changed',
  'sync.retry': 'Message sent again',
  'sync.discard': 'Message discarded',
  'simulation.apply': 'Fault applied',
  'simulation.clear': 'Fault cleared',
  'users.sign_in': 'Signed in',
  'users.sign_out': 'Signed out',
  'users.sign_out_everywhere': 'Signed out everywhere',
  'users.update': 'Access changed',
  'users.change_role': 'Role changed',
  'workflows.run_query': 'Query run',
  'workflows.sweep': 'Sweep started',
} as const;

/** What was done, in words; an action that nobody has put into words is called by its name. */
export function wordsOf(action: string): string {
  return Object.entries(auditActions).find(([name]) => name === action)?.[1] ?? action;
}
