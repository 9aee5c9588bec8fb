-- messaging.claim
update outbox_deliveries set lease_owner = :1, lease_until = :2, attempts = attempts + :3 where consumer = :4 and event_id in (:5) and next_attempt_at <= :6 and (lease_until is null or lease_until < :7)

-- messaging.countDelivered
select d.consumer, count(*) as delivered from outbox_deliveries d where d.delivered_at >= :1 group by d.consumer

-- messaging.countGivenUp
select d.consumer, count(*) as given_up, coalesce(sum(case when d.retry_requested_at > d.dead_at then 1 else 0 end), 0) as to_be_retried from outbox_deliveries d where d.dead_at is not null and d.discarded_at is null group by d.consumer

-- messaging.countGivenUpSince
select count(*) as given_up from outbox_deliveries where dead_at >= :1

-- messaging.countWaiting
select d.consumer, count(*) as waiting, count(d.last_error) as retrying, min(o.created_at) as oldest_at from outbox_deliveries d inner join outbox o on o.id = d.event_id where d.next_attempt_at is not null group by d.consumer

-- messaging.discard
update outbox_deliveries set discarded_at = :1 where event_id = :2 and consumer = :3

-- messaging.insertDelivery
insert into outbox_deliveries (event_id, consumer, next_attempt_at) values (:1, :2, :3)

-- messaging.insertDeliveryIfAbsent
insert into outbox_deliveries (event_id, consumer, next_attempt_at) values (:1, :2, :3)

-- messaging.insertOutboxEntry
insert into outbox (id, producer, event_type, order_id, payload, traceparent, created_at) values (:1, :2, :3, :4, :5, :6, :7)

-- messaging.insertReceipt
insert into inbox (event_id, consumer, event_type, payload_hash, received_at) values (:1, :2, :3, :4, :5)

-- messaging.lockDelivery
select dead_at from outbox_deliveries where event_id = :1 and consumer = :2 for update

-- messaging.markDelivered
update outbox_deliveries set delivered_at = :1, next_attempt_at = :2, lease_owner = :3, lease_until = :4 where event_id = :5 and consumer = :6 and lease_owner = :7

-- messaging.markFailed
update outbox_deliveries set last_error = :1, failures = :2, next_attempt_at = :3, dead_at = :4, lease_owner = :5, lease_until = :6 where event_id = :7 and consumer = :8 and lease_owner = :9

-- messaging.moveCatalogVersion
update catalog_version set version = version + :1, updated_at = :2 where id = :3

-- messaging.requestRetry
update outbox_deliveries set retry_requested_at = :1 where event_id = :2 and consumer = :3

-- messaging.reviveRequested
update outbox_deliveries set dead_at = :1, failures = :2, next_attempt_at = :3 where consumer = :4 and dead_at is not null and retry_requested_at > dead_at and discarded_at is null

-- messaging.selectClaimed
select d.event_id, d.consumer, d.attempts, d.failures, d.retry_requested_at, o.event_type, o.payload, o.traceparent, o.created_at from outbox_deliveries d inner join outbox o on o.id = d.event_id where d.lease_owner = :1 order by o.created_at

-- messaging.selectDeliveries
select d.event_id, d.consumer, d.attempts, d.delivered_at, d.next_attempt_at, d.last_error, d.dead_at, d.retry_requested_at, d.discarded_at, o.event_type, o.created_at, o.order_id, o.traceparent from outbox o inner join outbox_deliveries d on d.event_id = o.id order by o.created_at desc, o.id desc fetch first :1 rows only

-- messaging.selectDelivery
select d.event_id, d.consumer, d.attempts, d.delivered_at, d.next_attempt_at, d.last_error, d.dead_at, d.retry_requested_at, d.discarded_at, o.event_type, o.created_at, o.order_id, o.traceparent from outbox o inner join outbox_deliveries d on d.event_id = o.id where d.event_id = :1 and d.consumer = :2

-- messaging.selectDue
select event_id from outbox_deliveries where consumer = :1 and next_attempt_at <= :2 and (lease_until is null or lease_until < :3) order by next_attempt_at fetch first :4 rows only

-- messaging.selectLastDelivered
select max(delivered_at) as delivered_at from outbox_deliveries

-- messaging.selectOrderDeliveries
select d.event_id, d.consumer, d.attempts, d.delivered_at, d.next_attempt_at, d.last_error, d.dead_at, d.retry_requested_at, d.discarded_at, o.event_type, o.created_at, o.order_id, o.traceparent from outbox o inner join outbox_deliveries d on d.event_id = o.id where o.order_id = :1 order by o.created_at, o.id

-- messaging.selectOrderReceipts
select i.event_id, i.consumer, i.received_at from outbox o inner join inbox i on i.event_id = o.id where o.order_id = :1 order by i.received_at fetch first :2 rows only

-- messaging.selectOrphans
select o.id from outbox o where o.producer = :1 and o.created_at >= :2 and o.event_type = :3 and not exists (select d.event_id from outbox_deliveries d where d.event_id = o.id) order by o.created_at fetch first :4 rows only

-- messaging.selectReceipt
select payload_hash from inbox where event_id = :1 and consumer = :2
