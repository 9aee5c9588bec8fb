-- orders.insertEvent
insert into order_events (id, order_id, event_type, from_status, to_status, actor, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8)

-- orders.insertItems
insert into order_items (id, order_id, product_id, quantity, unit_price, product_name, product_sku) values (:1, :2, :3, :4, :5, :6, :7)

-- orders.insertOrder
insert into orders (id, shop_id, customer_name, customer_email, shipping_address, session_id, payment_method, currency, customer_id, order_number, total, subtotal, notes, trace_id, created_at, updated_at, status) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17)

-- orders.insertOutboxEntry
insert into outbox (id, producer, event_type, order_id, payload, traceparent, created_at) values (:1, :2, :3, :4, :5, :6, :7)

-- orders.lockOrder
select status from orders where id = :1 for update

-- orders.moveOrder
update orders set status = :1, placed_at = :2, updated_at = :3, version = version + :4 where id = :5 and status = :6

-- orders.selectItems
select product_id, quantity, product_name, product_sku, unit_price from order_items where order_id = :1 order by id

-- orders.selectOrder
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.shipping_address, o.session_id, o.status, o.payment_method, o.currency, o.total, o.trace_id, o.created_at, p.status as payment_status from orders o inner join payments p on p.order_id = o.id where o.id = :1

-- orders.selectOrderByNumber
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.shipping_address, o.session_id, o.status, o.payment_method, o.currency, o.total, o.trace_id, o.created_at, p.status as payment_status from orders o inner join payments p on p.order_id = o.id where o.order_number = :1 and o.session_id = :2
