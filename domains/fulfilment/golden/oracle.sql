-- fulfilment.insertAcceptance
insert into order_acceptances (order_id, decision, reason, anomalies, event_id, decided_by, trace_id, created_at, updated_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9)

-- fulfilment.insertFulfilment
insert into fulfilments (id, order_id, workflow_id, started_at, created_at, updated_at, status) values (:1, :2, :3, :4, :5, :6, :7)

-- fulfilment.selectAcceptance
select decision, reason, anomalies, decided_by, trace_id, created_at from order_acceptances where order_id = :1

-- fulfilment.selectFulfilment
select f.status, f.workflow_id, f.started_at, f.completed_at, o.status as order_status from fulfilments f inner join orders o on o.id = f.order_id where f.order_id = :1

-- fulfilment.updateAcceptance
update order_acceptances set decision = :1, reason = :2, decided_by = :3, updated_at = :4 where order_id = :5

-- fulfilment.updateFulfilment
update fulfilments set status = :1, completed_at = :2, updated_at = :3, version = version + :4 where order_id = :5
