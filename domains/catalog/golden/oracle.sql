-- catalog.applyMovements
update stock_levels set quantity = quantity + (select sum(m.delta) as delta from stock_movements m where m.batch_id = :1 and m.product_id = stock_levels.product_id and m.warehouse_id = stock_levels.warehouse_id) where exists (select b.id from stock_movements b where b.batch_id = :2 and b.product_id = stock_levels.product_id and b.warehouse_id = stock_levels.warehouse_id)

-- catalog.countProducts
select count(*) as total from products where (shop_id = :1 and is_active = :2)

-- catalog.countUnits
select coalesce(sum(l.quantity), 0) as units from products p inner join stock_levels l on l.product_id = p.id where p.shop_id = :1 and p.is_active = :2

-- catalog.insertMovements
insert into stock_movements (id, product_id, warehouse_id, delta, batch_id, order_id, reason, actor, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10)

-- catalog.lockStockLevels
select product_id, warehouse_id, quantity from stock_levels where product_id in (:1) order by product_id, warehouse_id for update

-- catalog.selectCatalogVersion
select version from catalog_version where id = :1

-- catalog.selectCategories
select category, count(*) as products from products where shop_id = :1 and is_active = :2 group by category order by category

-- catalog.selectHeldStock
select product_id, warehouse_id, sum(delta) as delta from stock_movements where order_id = :1 group by product_id, warehouse_id having sum(delta) < 0 order by product_id, warehouse_id

-- catalog.selectProduct
select id, sku, name, description, category, price, image_url, created_at, shop_id, is_active, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = products.id) as stock from products where id = :1

-- catalog.selectProductBySku
select sku, name, category from products where sku = :1 and shop_id = :2

-- catalog.selectProducts
select * from (select id, sku, name, description, category, price, image_url, created_at, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = products.id) as stock from products where (shop_id = :1 and is_active = :2)) p order by p.id asc, p.id asc offset :3 rows fetch first :4 rows only
