// What each table and view holds, in one sentence, and what a column means where its name does not say it: for people who look into
// the database, and for Select AI, which turns a question into SQL by reading the sentences about the views.
// They were written into the database by migration 0015: another text is another migration.

export interface RelationComment {
  holds: string;
  columns?: Readonly<Record<string, string>>;
}
export type Comments = Readonly<Record<string, RelationComment>>;

const money = 'In the currency of the row, with two decimals';
const dollars = 'In US dollars, with two decimals';
const trace = 'Trace that this was part of';
const lease = 'Process that works on this just now';

export const tableComments: Comments = {
  customers: {
    holds: 'Who buys: people and companies, with a sign-in or without.',
    columns: { revenue: `Turnover with this customer as the sales people enter it. ${dollars}` },
  },
  users: {
    holds: 'Who can sign in: staff and buyers.',
    columns: { customer_id: 'The customer that a buyer is; null for staff' },
  },
  staff_roles: { holds: 'Which user works here, and as what.' },
  user_sessions: {
    holds: 'Sign-ins. The row is read with each request, so that ending it ends the session at once.',
    columns: { id: 'Hash of the session token, which is kept nowhere' },
  },
  sign_in_attempts: {
    holds: 'Failed sign-ins of the last while, to slow down who guesses.',
    columns: { account_key: 'Hash of the name that was tried', address_key: 'Hash of the address it came from' },
  },
  shops: {
    holds: 'Storefronts. A shop process serves one of them.',
    columns: { slug: 'What SHOP_SLUG names' },
  },
  products: {
    holds: 'What is sold. The stock stands in stock_levels.',
    columns: { shop_id: 'Storefront that sells it; null when none does', price: dollars },
  },
  services: { holds: 'Services that are offered beside the products.', columns: { price: dollars } },
  coupons: {
    holds: 'Codes that make an order cheaper, by percent or by an amount.',
    columns: { max_uses: 'Zero for as many as come' },
  },
  warehouses: { holds: 'Where goods lie.' },
  catalog_version: { holds: 'One row that moves with every change of the catalogue; shops drop their caches by it.' },
  stock_levels: { holds: 'How many of a product lie in a warehouse just now.' },
  stock_movements: {
    holds: 'Every change of the stock, never rewritten. Their sum is the level.',
    columns: { delta: 'Units that came (positive) or went (negative)', batch_id: 'Movements that belong together' },
  },
  cart_items: { holds: 'What lies in the carts of visitors.', columns: { session_id: 'The cart' } },
  orders: {
    holds: 'Orders with the buyer as at the time of ordering.',
    columns: {
      status:
        'pending until the payment is known, then placed or failed; afterwards the work of the CRM: accepted, on_hold, fulfilling, shipped, delivered, cancelled',
      total: 'subtotal - discount + shipping_cost',
      placed_at: 'When the order counted; null for a failed one',
      trace_id: 'Trace of the checkout',
    },
  },
  order_items: { holds: 'Lines of orders, with name and price as at the time of ordering.' },
  order_events: { holds: 'What happened to an order, in order of time, never rewritten.' },
  payments: {
    holds: 'The payment of each order.',
    columns: { provider_reference: 'What the payment rail calls it', lease_owner: lease },
  },
  simulated_charges: { holds: 'The books of the simulated payment rail, as an outside processor would keep them.' },
  idempotency_keys: {
    holds: 'Requests that must not be done twice, with the answer to give again.',
    columns: { id: 'Hash of the key that the client sent' },
  },
  order_acceptances: {
    holds: 'What the CRM decided on an order: one row each.',
    columns: { anomalies: 'What looked unusual, as JSON', event_id: 'The message that brought the order' },
  },
  fulfilments: {
    holds: 'How far the work on an order has come.',
    columns: { next_step_at: 'When the next step is due; null when none is', lease_owner: lease },
  },
  invoices: { holds: 'Bills.', columns: { tax: `Part of the amount. ${money}` } },
  shipments: { holds: 'Parcels on their way to buyers.' },
  reviews: { holds: 'What buyers say of products.', columns: { rating: 'One to five stars' } },
  campaigns: { holds: 'Marketing campaigns.', columns: { budget: dollars, spent: dollars } },
  leads: {
    holds: 'People who may become customers.',
    columns: { customer_id: 'The customer that the lead became', score: 'Zero to 100, higher is more promising' },
  },
  reports: { holds: 'Saved reports of the CRM.', columns: { parameters: 'JSON' } },
  stored_files: {
    holds: 'Files that staff uploaded; the bytes lie elsewhere.',
    columns: { storage_key: 'Where the bytes lie' },
  },
  tickets: { holds: 'Support cases.', columns: { assigned_to: 'User who takes care of it' } },
  ticket_messages: { holds: 'What was written in a support case, never rewritten.' },
  assistant_sessions: { holds: 'Conversations with the assistant of the shop.' },
  assistant_messages: {
    holds: 'What was said in a conversation with the assistant.',
    columns: { provider: 'What made the answer' },
  },
  workflow_runs: {
    holds: 'Runs of the gateway: sweeps of all components, and what somebody asked for.',
    columns: {
      running_key: 'The workflow while it runs, then null: one at a time',
      period_key: 'Workflow and period of a scheduled run; null for one that somebody asked for',
      lease_owner: lease,
    },
  },
  query_executions: {
    holds: 'Queries that were run in the lab, and how they went.',
    columns: {
      expected_failure: 'True where the query is meant to fail',
      prompt_text: 'The question, where one was asked',
    },
  },
  component_snapshots: { holds: 'What a sweep found of one component.' },
  outbox: {
    holds: 'Messages for other services, written with the change that they tell of.',
    columns: { payload: 'JSON', traceparent: 'Trace context to go on with' },
  },
  outbox_deliveries: {
    holds: 'How far a message has come with each of its consumers.',
    columns: {
      failures: 'Attempts that the consumer itself failed; those that never reached it do not count',
      next_attempt_at: 'Null once delivered, dead or discarded',
      dead_at: 'When it was given up',
      lease_owner: lease,
    },
  },
  inbox: {
    holds: 'Messages that a consumer has taken, so that it takes each once.',
    columns: { payload_hash: 'A known id with another content is refused' },
  },
  audit_logs: { holds: 'Who of the staff changed what, never rewritten.', columns: { trace_id: trace } },
  security_events: { holds: 'What looked like an attack, never rewritten.', columns: { trace_id: trace } },
  page_views: { holds: 'Pages that visitors of the shop looked at.' },
  chaos_state: { holds: 'Disturbances that are switched on just now, for exercises.', columns: { payload: 'JSON' } },
};

/** Select AI knows the data by these. */
export const viewComments: Comments = {
  query_customers: {
    holds: 'Customers without what names a person.',
    columns: {
      company: 'Company name; null for a private buyer',
      revenue: `Turnover with this customer as the sales people enter it. ${dollars}`,
      created_at: 'When the customer became known',
    },
  },
  query_products: {
    holds: 'Products for sale, with the units in stock.',
    columns: {
      price: `Price of one. ${dollars}`,
      is_active: 'True while it is sold',
      stock: 'Units in all warehouses together',
      shop_id: 'Storefront that sells it',
    },
  },
  query_stock_levels: {
    holds: 'Units of each product in each warehouse.',
    columns: { region: 'Where the warehouse is', quantity: 'Units that can be sold' },
  },
  query_stock_movements: {
    holds: 'Every change of the stock.',
    columns: {
      delta: 'Units that came (positive) or went (negative)',
      order_id: 'Order that moved it; null for a correction',
    },
  },
  query_orders: {
    holds: 'Orders. Turnover is the sum of total of the orders that are neither pending, failed nor cancelled.',
    columns: {
      customer_id: 'Buyer, in query_customers',
      status: 'pending, placed, failed, accepted, on_hold, fulfilling, shipped, delivered or cancelled',
      payment_method: 'credit_card or bank_transfer',
      subtotal: `Sum of the lines. ${money}`,
      total: `subtotal - discount + shipping_cost. ${money}`,
      created_at: 'When the buyer ordered',
      placed_at: 'When the order counted; null for a failed one',
    },
  },
  query_order_items: {
    holds: 'Lines of orders: which product, how many, at what price.',
    columns: { unit_price: `Price of one at the time of ordering. ${money}` },
  },
  query_payments: {
    holds: 'The payment of each order.',
    columns: { status: 'pending, paid, failed or refunded', method: 'credit_card or bank_transfer', amount: money },
  },
  query_invoices: {
    holds: 'Bills of orders.',
    columns: {
      status: 'draft, issued, paid, overdue or void',
      tax: `Part of the amount. ${money}`,
      due_at: 'Payable until',
    },
  },
  query_shipments: {
    holds: 'Parcels of orders.',
    columns: {
      status: 'processing, shipped, in_transit, delivered, returned or cancelled',
      origin_region: 'Region of the warehouse',
      estimated_delivery: 'When it should arrive',
      actual_delivery: 'When it arrived; null while it has not',
    },
  },
  query_reviews: { holds: 'Stars that buyers gave to products.', columns: { rating: 'One to five stars' } },
  query_tickets: {
    holds: 'Support cases.',
    columns: {
      status: 'open, in_progress, resolved or closed',
      priority: 'low, medium, high or critical',
      closed_at: 'Null while it is open',
    },
  },
  query_campaigns: {
    holds: 'Marketing campaigns.',
    columns: { status: 'draft, active, paused or completed', budget: dollars, spent: dollars },
  },
  query_leads: {
    holds: 'Possible customers that campaigns brought.',
    columns: {
      status: 'new, contacted, qualified, converted or lost',
      score: 'Zero to 100, higher is more promising',
      converted_at: 'When the lead became a customer',
    },
  },
  query_page_views: {
    holds: 'Pages of the shop that were looked at.',
    columns: { page: 'Path of the page', load_time_ms: 'Milliseconds until it was loaded' },
  },
  query_workflow_runs: {
    holds: 'Runs of the workflow gateway.',
    columns: { status: 'running, success or error', schedule_mode: 'scheduled or manual' },
  },
  query_lab_executions: {
    holds: 'Queries that were run in the lab.',
    columns: { status: 'running, success or error', expected_failure: 'True where the query is meant to fail' },
  },
  query_component_snapshots: {
    holds: 'How the components of the platform were, sweep by sweep.',
    columns: { latency_ms: 'Milliseconds that the component took to answer' },
  },
  query_order_acceptances: {
    holds: 'What was decided on each order.',
    columns: { decision: 'accepted, on_hold or rejected' },
  },
};
