-- checkout.deleteKeyOfOrder
delete from idempotency_keys where order_id = :1

-- checkout.deleteKeysBefore
delete from idempotency_keys where id in (select k.id from idempotency_keys k where k.service = :1 and k.status = :2 and k.updated_at < :3 order by k.updated_at fetch first :4 rows only)

-- checkout.finishKeyOfOrder
update idempotency_keys set status = :1, response_status = :2, response_body = :3, updated_at = :4 where order_id = :5

-- checkout.insertKey
insert into idempotency_keys (id, service, request_hash, order_id, created_at, updated_at, status) values (:1, :2, :3, :4, :5, :6, :7)

-- checkout.leasePendingPayments
update payments set lease_owner = :1, lease_until = :2 where id in (select p.id from payments p inner join orders o on o.id = p.order_id where o.status = :3 and o.created_at < :4 and (p.lease_until is null or p.lease_until < :5) order by p.id fetch first :6 rows only) and (lease_until is null or lease_until < :7)

-- checkout.selectKey
select request_hash, response_body from idempotency_keys where id = :1

-- checkout.selectLeasedPayments
select order_id, method from payments where lease_owner = :1 order by id
