-- shops.insertShop
insert into shops (id, slug, name, region, storefront_url, currency, status, notes, created_at, updated_at) values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10)

-- shops.lockShop
select slug, name, region, storefront_url, currency, status, notes, version from shops where id = :1 for update

-- shops.selectLocations
select id, name, address, coordinates, contact_email, contact_phone from shops where status = :1 and address is not null order by name, id fetch first :2 rows only

-- shops.selectShop
select id, slug, name, region, currency, status from shops where slug = :1

-- shops.selectShopById
select s.id, s.slug, s.name, s.region, s.storefront_url, s.currency, s.status, s.address, s.notes, s.version, s.created_at, s.updated_at, (select count(*) as products from products p where p.shop_id = s.id) as product_count from shops s where s.id = :1

-- shops.selectShops
select s.id, s.slug, s.name, s.region, s.storefront_url, s.currency, s.status, s.address, s.notes, s.version, s.created_at, s.updated_at, (select count(*) as products from products p where p.shop_id = s.id) as product_count from shops s order by s.name, s.id offset :1 rows fetch first :2 rows only

-- shops.updateShop
update shops set slug = :1, name = :2, region = :3, storefront_url = :4, currency = :5, status = :6, notes = :7, updated_at = :8, version = version + :9 where id = :10
