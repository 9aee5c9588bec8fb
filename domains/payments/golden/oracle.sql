-- payments.insertCharge
insert into simulated_charges (order_id, status, amount, currency, reference, created_at, updated_at) values (:1, :2, :3, :4, :5, :6, :7)

-- payments.insertPayment
insert into payments (id, order_id, method, amount, currency, created_at, updated_at, status) values (:1, :2, :3, :4, :5, :6, :7, :8)

-- payments.markRefunded
update simulated_charges set status = :1, reference = :2, updated_at = :3 where order_id = :4 and status = :5

-- payments.refundPaidPayment
update payments set status = :1, updated_at = :2 where order_id = :3 and status = :4

-- payments.selectCharge
select status, reference from simulated_charges where order_id = :1

-- payments.settlePendingPayment
update payments set status = :1, provider = :2, provider_reference = :3, decline_code = :4, updated_at = :5, lease_owner = :6, lease_until = :7 where order_id = :8 and status = :9
