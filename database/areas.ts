/** How the tables are told apart in docs/data-model.md. Every table belongs to one area. */
export const areas: Readonly<Record<string, readonly string[]>> = {
  People: ['customers', 'users', 'staff_roles', 'user_sessions', 'sign_in_attempts'],
  Catalogue: ['shops', 'products', 'services', 'coupons', 'catalog_version'],
  Stock: ['warehouses', 'stock_levels', 'stock_movements'],
  'Orders and payments': [
    'cart_items',
    'orders',
    'order_items',
    'order_events',
    'payments',
    'simulated_charges',
    'idempotency_keys',
  ],
  Fulfilment: ['order_acceptances', 'fulfilments', 'invoices', 'shipments'],
  'Customer relations': ['reviews', 'campaigns', 'leads', 'reports', 'stored_files'],
  'Support and assistant': ['tickets', 'ticket_messages', 'assistant_sessions', 'assistant_messages'],
  Workflows: ['workflow_runs', 'query_executions', 'component_snapshots'],
  Messaging: ['outbox', 'outbox_deliveries', 'inbox'],
  'Security and analytics': ['audit_logs', 'security_events', 'page_views', 'chaos_state', 'active_faults'],
};
