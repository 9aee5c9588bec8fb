-- shops.selectLocations
select id, name, address, coordinates, contact_email, contact_phone from shops where status = :1 and address is not null order by name, id fetch first :2 rows only

-- shops.selectShop
select id, slug, name, region, currency, status from shops where slug = :1
