-- security.countAudit
select count(*) as entries from audit_logs

-- security.countEvents
select count(*) as events from security_events

-- security.insertAudit
insert into audit_logs (id, user_id, actor, action_name, resource_name, old_value, new_value, ip_address, user_agent, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11)

-- security.insertSecurityEvent
insert into security_events (id, attack_type, severity, endpoint, details, source_ip, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8)

-- security.selectActorId
select id from users where lower(username) = lower(:1)

-- security.selectAudit
select a.id, a.actor, u.username, a.action_name, a.resource_name, a.old_value, a.new_value, a.ip_address, a.user_agent, a.trace_id, a.created_at from audit_logs a left join users u on u.id = a.user_id order by a.created_at desc, a.id desc offset :1 rows fetch first :2 rows only

-- security.selectAuditEntry
select a.id, a.actor, u.username, a.action_name, a.resource_name, a.old_value, a.new_value, a.ip_address, a.user_agent, a.trace_id, a.created_at from audit_logs a left join users u on u.id = a.user_id where a.id = :1

-- security.selectTraceAudit
select a.id, a.actor, u.username, a.action_name, a.resource_name, a.old_value, a.new_value, a.ip_address, a.user_agent, a.trace_id, a.created_at from audit_logs a left join users u on u.id = a.user_id where a.trace_id = :1 order by a.created_at, a.id fetch first :2 rows only

-- security.selectTraceEvents
select id, attack_type, severity, endpoint, details, created_at from security_events where trace_id = :1 order by created_at, id fetch first :2 rows only
