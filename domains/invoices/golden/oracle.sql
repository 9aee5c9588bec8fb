-- invoices.cancelInvoice
update invoices set status = :1, updated_at = :2, version = version + :3 where order_id = :4 and status <> :5

-- invoices.countOpen
select count(*) as invoices from invoices where customer_id = :1 and status in (:2, :3)

-- invoices.insertInvoice
insert into invoices (id, invoice_number, order_id, customer_id, amount, currency, status, issued_at, due_at, paid_at, created_at, updated_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12)

-- invoices.selectInvoice
select invoice_number, status, amount, issued_at, due_at, paid_at from invoices where order_id = :1

-- invoices.settleInvoice
update invoices set status = :1, paid_at = :2, updated_at = :3, version = version + :4 where order_id = :5 and status in (:6, :7)
