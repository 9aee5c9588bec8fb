-- simulation.deleteExpiredFault
delete from active_faults where id = :1 and expires_at <= :2

-- simulation.deleteFault
delete from active_faults where id = :1

-- simulation.insertFault
insert into active_faults (id, target, applied_by, applied_at, expires_at, trace_id) values (:1, :2, :3, :4, :5, :6)

-- simulation.lockFault
select target, expires_at from active_faults where id = :1 and expires_at > :2 for update

-- simulation.lockStock
select quantity from stock_levels where product_id in (:1, :2) order by product_id, warehouse_id for update

-- simulation.selectActiveFaults
select id, applied_by, applied_at, expires_at, trace_id from active_faults where expires_at > :1 order by applied_at, id fetch first :2 rows only

-- simulation.selectPopularProducts
select product_id from (select product_id, quantity from order_items order by id desc fetch first :1 rows only) l group by product_id order by sum(quantity) desc, product_id fetch first :2 rows only
