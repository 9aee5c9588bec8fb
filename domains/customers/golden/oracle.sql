-- customers.insertCustomer
insert into customers (id, name, email, created_at, updated_at) values (:1, :2, :3, :4, :5)

-- customers.selectCustomer
select id, name, email, phone, company, industry, revenue, notes, created_at, updated_at from customers where id = :1

-- customers.selectCustomerByEmail
select id, name, email, phone, company, industry, revenue, notes, created_at, updated_at from customers where lower(email) = lower(:1)

-- customers.selectCustomerIdByEmail
select id from customers where lower(email) = lower(:1)

-- customers.selectCustomers
select id, name, email, phone, company, industry, revenue, notes, created_at, updated_at from customers order by name asc, id asc offset :1 rows fetch first :2 rows only
