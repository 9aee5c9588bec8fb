-- catalog.applyMovements
update stock_levels set quantity = quantity + (select sum(m.delta) as delta from stock_movements m where m.batch_id = :1 and m.product_id = stock_levels.product_id and m.warehouse_id = stock_levels.warehouse_id) where exists (select b.id from stock_movements b where b.batch_id = :2 and b.product_id = stock_levels.product_id and b.warehouse_id = stock_levels.warehouse_id)

-- catalog.countProducts
select count(*) as total from products where (shop_id = :1 and is_active = :2)

-- catalog.countUnits
select coalesce(sum(l.quantity), 0) as units from products p inner join stock_levels l on l.product_id = p.id where p.shop_id = :1 and p.is_active = :2

-- catalog.insertEmptyLevels
insert into stock_levels (product_id, warehouse_id, quantity) values (:1, :2, :3), (:4, :5, :6)

-- catalog.insertLevelIfAbsent
insert into stock_levels (product_id, warehouse_id, quantity) values (:1, :2, :3)

-- catalog.insertMovements
insert into stock_movements (id, product_id, warehouse_id, delta, batch_id, order_id, reason, actor, trace_id, created_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10)

-- catalog.insertProduct
insert into products (id, name, sku, category, image_url, shop_id, is_active, price, description, created_at, updated_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11)

-- catalog.lockProduct
select name, sku, category, price, description, image_url, shop_id, is_active, version from products where id = :1 for update

-- catalog.lockStockLevels
select product_id, warehouse_id, quantity from stock_levels where product_id in (:1) order by product_id, warehouse_id for update

-- catalog.selectCatalogVersion
select version from catalog_version where id = :1

-- catalog.selectCategories
select category, count(*) as products from products where shop_id = :1 and is_active = :2 group by category order by category

-- catalog.selectCategoriesInUse
select category from products group by category order by category fetch first :1 rows only

-- catalog.selectHeldStock
select product_id, warehouse_id, sum(delta) as delta from stock_movements where order_id = :1 group by product_id, warehouse_id having sum(delta) < 0 order by product_id, warehouse_id

-- catalog.selectMovement
select m.id, m.product_id, m.warehouse_id, w.name as warehouse_name, m.delta, m.reason, m.order_id, m.actor, m.trace_id, m.created_at from stock_movements m inner join warehouses w on w.id = m.warehouse_id where m.id = :1

-- catalog.selectMovements
select m.id, m.product_id, m.warehouse_id, w.name as warehouse_name, m.delta, m.reason, m.order_id, m.actor, m.trace_id, m.created_at from stock_movements m inner join warehouses w on w.id = m.warehouse_id where m.product_id = :1 order by m.created_at desc, m.id desc fetch first :2 rows only

-- catalog.selectOrderMovements
select m.id, m.product_id, m.warehouse_id, w.name as warehouse_name, m.delta, m.reason, m.order_id, m.actor, m.trace_id, m.created_at from stock_movements m inner join warehouses w on w.id = m.warehouse_id where m.order_id = :1 order by m.created_at, m.id fetch first :2 rows only

-- catalog.selectProduct
select id, sku, name, description, category, price, image_url, created_at, shop_id, is_active, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = products.id) as stock from products where id = :1

-- catalog.selectProductBySku
select sku, name, category from products where upper(sku) = upper(:1) and shop_id = :2

-- catalog.selectProducts
select * from (select id, sku, name, description, category, price, image_url, created_at, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = products.id) as stock from products where (shop_id = :1 and is_active = :2)) p order by p.id asc, p.id asc offset :3 rows fetch first :4 rows only

-- catalog.selectShopId
select id from shops where id = :1

-- catalog.selectSummaries
select * from (select p.id, p.sku, p.name, p.description, p.category, p.price, p.image_url, p.shop_id, s.name as shop_name, p.is_active, p.version, p.created_at, p.updated_at, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = p.id) as stock from products p left join shops s on s.id = p.shop_id) r order by r.name asc, r.id asc offset :1 rows fetch first :2 rows only

-- catalog.selectSummary
select p.id, p.sku, p.name, p.description, p.category, p.price, p.image_url, p.shop_id, s.name as shop_name, p.is_active, p.version, p.created_at, p.updated_at, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = p.id) as stock from products p left join shops s on s.id = p.shop_id where p.id = :1

-- catalog.selectWarehouseLevels
select w.id as warehouse_id, w.name as warehouse_name, coalesce(l.quantity, 0) as quantity from warehouses w left join stock_levels l on l.warehouse_id = w.id and l.product_id = :1 order by w.id fetch first :2 rows only

-- catalog.selectWarehouses
select id, name, region from warehouses order by id fetch first :1 rows only

-- catalog.updateProduct
update products set name = :1, sku = :2, category = :3, image_url = :4, shop_id = :5, is_active = :6, price = :7, description = :8, updated_at = :9, version = version + :10 where id = :11
