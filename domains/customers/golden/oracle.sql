-- customers.insertCustomer
insert into customers (id, name, email, created_at, updated_at) values (:1, :2, :3, :4, :5)

-- customers.selectCustomerIdByEmail
select id from customers where lower(email) = lower(:1)
