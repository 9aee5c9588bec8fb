import { firstGrownId, type Scale } from './scale.ts';

/** Statements that make the rows of a table, by its name; all of one go. */
export function grownRows({ products, customers, orders }: Scale): Readonly<Record<string, string>> {
  const id = `${firstGrownId} + n`;
  // In the order of their making, as the ids of events are.
  const uuid = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const from = (count: number) => `generate_series(1, ${count}) n`;
  // Syllables put together differ as names do.
  const syllable = (n: string) =>
    `(string_to_array('al ber con da el fri gar han is jo ka lin mor nel o pet ro sam tul vik', ' '))[1 + (${n}) % 20]`;
  const nameOf = (n: string) =>
    `initcap(${syllable(n)} || ${syllable(`${n} / 20`)} || ' ' || ${syllable(`${n} / 400`)} || ${syllable(`${n} / 8000`)} || ${syllable(`${n} / 7`)})`;
  const emailOf = (n: string) =>
    `replace(lower(${nameOf(n)}), ' ', '.') || ${n} || '@' || ${syllable(`${n} / 3`)} || ${syllable(`${n} / 60`)} || '.example'`;
  const grownOrders = `orders where id > ${firstGrownId}`;
  const secondsApart = Math.floor((5 * 365 * 24 * 60 * 60) / orders);
  return {
    products: `insert into products (id, shop_id, name, sku, description, price, category, image_url, created_at, updated_at)
      select ${id}, s.id, adjectives[1 + n % 16] || ' ' || nouns[1 + n / 16 % 16] || ' ' || to_char(n, 'FM00000'),
        'GROWN-' || to_char(n, 'FM00000'), 'Flies ' || n % 90 || ' minutes and carries ' || n % 40 || ' kg. Made for ' || nouns[1 + n % 16] || ' in any weather.',
        10 + n * 7919 % 90000, c.categories[1 + n % cardinality(c.categories)], c.image_url,
        now() - n * interval '1 hour', now()
      from ${from(products)},
        (select min(id) as id from shops where slug = 'primary-store') s,
        (select array_agg(distinct category) as categories, min(image_url) as image_url from products) c,
        (select string_to_array('Swift Silent Rugged Amber Cobalt Polar Desert Alpine Coastal Urban Night Golden Vivid Steady Nimble Bold', ' ') as adjectives,
          string_to_array('Falcon Heron Osprey Kestrel Petrel Swallow Condor Harrier Merlin Plover Ibis Egret Raven Tern Gannet Kite', ' ') as nouns) w`,
    stock_levels: `insert into stock_levels (product_id, warehouse_id, quantity)
      select ${id}, w.id, 40 + n % 500 from ${from(products)}, warehouses w`,
    customers: `insert into customers (id, name, email, company, revenue, created_at, updated_at)
      select ${id}, ${nameOf('n')}, ${emailOf('n')}, case when n % 3 = 0 then 'Company ' || n end, n % 1000,
        now() - n * interval '1 hour', now() from ${from(customers)}`,
    orders: `insert into orders (id, order_number, shop_id, customer_id, customer_name, customer_email, shipping_address, status,
        payment_method, subtotal, total, session_id, trace_id, created_at, placed_at, updated_at)
      select ${id}, 'OCTO-' || (${id}), s.id, ${firstGrownId} + c, ${nameOf('c')}, ${emailOf('c')}, 'Somewhere 1',
        case when n % 25 = 0 then 'cancelled' when n > ${orders} - 100 then 'placed' else 'delivered' end,
        'credit_card', n::bigint * 7919 % 9000, n::bigint * 7919 % 9000, 'grown-session-' || n, md5('trace' || n), at, at, at
      from (select n, 1 + n * 31 % ${customers} as c, now() - (${orders} - n) * interval '${secondsApart} seconds' as at
        from ${from(orders)}) o, (select min(id) as id from shops where slug = 'primary-store') s`,
    order_items: `insert into order_items (id, order_id, product_id, quantity, unit_price, product_name, product_sku)
      select ${firstGrownId} + 2 * n + line, ${id}, ${firstGrownId} + 1 + (n * 13 + line * 7) % ${products}, 1, 10, 'Grown', 'GROWN-1'
      from ${from(orders)}, generate_series(0, 1) line`,
    order_events: `insert into order_events (id, order_id, event_type, to_status, actor, created_at)
      select ${uuid('2 * id + step')}, id, 'order.' || status, status, 'guest', created_at
      from (select id, created_at from ${grownOrders}) o, (values (0, 'pending'), (1, 'placed')) steps (step, status)`,
    payments: `insert into payments (id, order_id, method, status, amount, created_at, updated_at)
      select id, id, 'credit_card', 'paid', total, created_at, updated_at from ${grownOrders}`,
    order_acceptances: `insert into order_acceptances (order_id, decision, decided_by, created_at, updated_at)
      select id, 'accepted', 'service:shop', created_at, updated_at from ${grownOrders}`,
    invoices: `insert into invoices (id, invoice_number, order_id, customer_id, amount, status, issued_at, due_at, created_at, updated_at)
      select id, 'INV-' || id, id, customer_id, total, case when id % 50 = 0 then 'issued' else 'paid' end,
        created_at, created_at + interval '14 days', created_at, updated_at from ${grownOrders}`,
    stock_movements: `insert into stock_movements (id, batch_id, product_id, warehouse_id, delta, reason, order_id, actor, created_at)
      select ${uuid('2 * n + line')}, ${uuid('n')}, ${firstGrownId} + 1 + (n * 13 + line * 7) % ${products}, w.id, -1, 'order', ${id}, 'guest',
        now() - (${orders} - n) * interval '${secondsApart} seconds'
      from ${from(orders)}, generate_series(0, 1) line, (select min(id) as id from warehouses) w`,
    outbox: `insert into outbox (id, producer, event_type, order_id, payload, created_at)
      select ${uuid('id')}, 'shop', 'order.placed', id, '{}', created_at from ${grownOrders}`,
    outbox_deliveries: `insert into outbox_deliveries (event_id, consumer, attempts, delivered_at)
      select id, 'crm', 1, created_at from outbox where order_id > ${firstGrownId}`,
  };
}
