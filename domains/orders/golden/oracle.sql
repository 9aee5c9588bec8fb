-- orders.closeOrder
update orders set status = :1, placed_at = :2, updated_at = :3, version = version + :4 where id = :5 and status = :6

-- orders.insertEvent
insert into order_events (id, order_id, event_type, from_status, to_status, actor, details, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9)

-- orders.insertItems
insert into order_items (id, order_id, product_id, quantity, unit_price, product_name, product_sku) values (:1, :2, :3, :4, :5, :6, :7)

-- orders.insertOrder
insert into orders (id, shop_id, customer_name, customer_email, shipping_address, session_id, payment_method, currency, customer_id, order_number, total, subtotal, notes, trace_id, created_at, updated_at, status) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17)

-- orders.lockOrder
select status from orders where id = :1 for update

-- orders.selectCustomerTotals
select count(*) as orders, cast(coalesce(sum(total), 0) as numeric(16, 2)) as spent, max(created_at) as last_order_at from orders where customer_id = :1 and status not in ('pending', 'failed', 'cancelled')

-- orders.selectCustomerTraces
select id, order_number, trace_id, created_at from orders where customer_id = :1 order by created_at desc, id desc fetch first :2 rows only

-- orders.selectItems
select product_id, quantity, product_name, product_sku, unit_price from order_items where order_id = :1 order by id

-- orders.selectOrder
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.shipping_address, o.session_id, o.status, o.payment_method, o.currency, o.total, o.trace_id, o.version, o.created_at, p.status as payment_status from orders o inner join payments p on p.order_id = o.id where o.id = :1

-- orders.selectOrderByNumber
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.shipping_address, o.session_id, o.status, o.payment_method, o.currency, o.total, o.trace_id, o.version, o.created_at, p.status as payment_status from orders o inner join payments p on p.order_id = o.id where o.order_number = :1 and o.session_id = :2

-- orders.selectOrderDetail
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.status, o.payment_method, o.total, o.currency, o.created_at, p.status as payment_status, o.shipping_address, o.notes, o.subtotal, o.discount, o.shipping_cost, o.placed_at, o.updated_at, o.version, o.trace_id, p.amount, p.provider, p.provider_reference, p.decline_code, p.updated_at as payment_updated_at from orders o inner join payments p on p.order_id = o.id where o.id = :1

-- orders.selectOrderEvents
select id, event_type, from_status, to_status, actor, details, trace_id, created_at from order_events where order_id = :1 order by created_at, id

-- orders.selectOrderTotals
select count(*) as orders, coalesce(sum(case when created_at >= :1 then 1 else 0 end), 0) as orders_since, cast(coalesce(sum(case when status not in ('pending', 'failed', 'cancelled') then total else 0 end), 0) as numeric(16, 2)) as revenue from orders

-- orders.selectOrders
select o.id, o.order_number, o.customer_id, o.customer_name, o.customer_email, o.status, o.payment_method, o.total, o.currency, o.created_at, p.status as payment_status from orders o inner join payments p on p.order_id = o.id order by o.total asc, o.id asc offset :1 rows fetch first :2 rows only

-- orders.stepOrder
update orders set status = :1, updated_at = :2, version = version + :3 where id = :4 and status = :5
