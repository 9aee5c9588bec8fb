-- identity.countActiveAdmins
select count(*) as admins from staff_roles r inner join users u on u.id = r.user_id where r.role = :1 and u.is_active = :2 and u.id <> :3

-- identity.countOpenSessions
select count(*) as sessions from user_sessions where expires_at > :1 and ended_at is null

-- identity.countPeople
select count(*) as people from users

-- identity.deleteAttempts
delete from sign_in_attempts where account_key in (:1, :2)

-- identity.deleteAttemptsBefore
delete from sign_in_attempts where id in (select a.id from sign_in_attempts a where a.created_at < :1 order by a.created_at fetch first :2 rows only)

-- identity.deleteRole
delete from staff_roles where user_id = :1

-- identity.deleteSessionsBefore
delete from user_sessions where id in (select s.id from user_sessions s where s.service = :1 and (s.ended_at < :2 or s.expires_at < :3) order by s.expires_at fetch first :4 rows only)

-- identity.endSession
update user_sessions set ended_at = :1 where id = :2 and service = :3 and ended_at is null

-- identity.endSessionsOf
update user_sessions set ended_at = :1 where user_id = :2 and service = :3 and ended_at is null and expires_at > :4

-- identity.insertAttempt
insert into sign_in_attempts (id, account_key, address_key, created_at) values (:1, :2, :3, :4)

-- identity.insertNotice
insert into sign_in_attempts (id, account_key, address_key, created_at) values (:1, :2, :3, :4)

-- identity.insertRole
insert into staff_roles (user_id, role, granted_by, granted_at) values (:1, :2, :3, :4)

-- identity.insertSession
insert into user_sessions (id, user_id, service, auth_method, created_at, last_seen_at, expires_at) values (:1, :2, :3, :4, :5, :6, :7)

-- identity.lockAdmins
select user_id from staff_roles where role = :1 order by user_id for update

-- identity.lockUsers
select id, is_active from users where id in (:1) order by id for update

-- identity.markSignedIn
update users set last_login_at = :1 where id = :2 and is_active = :3

-- identity.renewNotice
update sign_in_attempts set created_at = :1 where id = :2 and created_at <= :3

-- identity.selectAccountAttempts
select created_at from sign_in_attempts where account_key = :1 and created_at > :2 order by created_at desc fetch first :3 rows only

-- identity.selectAddressAttempts
select created_at from sign_in_attempts where address_key = :1 and created_at > :2 order by created_at desc fetch first :3 rows only

-- identity.selectPeople
select * from (select u.id, u.username, u.email, u.is_active, u.last_login_at, u.created_at, r.role, (select count(*) as sessions from user_sessions s where s.user_id = u.id and s.service = :1 and s.ended_at is null and s.expires_at > :2) as open_sessions, lower(u.username) as sort_name from users u left join staff_roles r on r.user_id = u.id where (u.customer_id is null or r.role is not null)) p order by p.sort_name, p.id offset :3 rows fetch first :4 rows only

-- identity.selectPerson
select u.id, u.username, u.email, u.is_active, u.last_login_at, u.created_at, r.role, (select count(*) as sessions from user_sessions s where s.user_id = u.id and s.service = :1 and s.ended_at is null and s.expires_at > :2) as open_sessions from users u left join staff_roles r on r.user_id = u.id where u.id = :3

-- identity.selectRole
select role from staff_roles where user_id = :1

-- identity.selectSessionOwner
select user_id from user_sessions where id = :1 and service = :2

-- identity.selectStaffByName
select u.id, u.username, u.password_hash, r.role from users u inner join staff_roles r on r.user_id = u.id where (lower(u.username) = lower(:1) or lower(u.email) = lower(:2)) and u.is_active = :3

-- identity.selectStaffSession
select s.id, s.user_id, s.created_at, s.last_seen_at, s.expires_at, u.username, r.role from user_sessions s inner join users u on u.id = s.user_id inner join staff_roles r on r.user_id = u.id where s.id = :1 and s.service = :2 and s.ended_at is null and s.expires_at > :3 and u.is_active = :4

-- identity.selectUsernames
select id, username from users where id in (:1)

-- identity.setActive
update users set is_active = :1 where id = :2

-- identity.touchSession
update user_sessions set last_seen_at = :1, expires_at = :2 where id = :3 and ended_at is null

-- identity.updateRole
update staff_roles set role = :1, granted_by = :2, granted_at = :3 where user_id = :4
