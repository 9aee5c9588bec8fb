-- cart.addToLine
update cart_items set quantity = quantity + :1, updated_at = :2 where session_id = :3 and product_id = :4 and quantity + :5 <= :6

-- cart.deleteLine
delete from cart_items where id = :1 and session_id = :2

-- cart.deleteLines
delete from cart_items where id in (:1)

-- cart.fillLine
update cart_items set quantity = :1, updated_at = :2 where session_id = :3 and product_id = :4

-- cart.insertLine
insert into cart_items (id, session_id, product_id, quantity, created_at, updated_at) values (:1, :2, :3, :4, :5, :6)

-- cart.lockCartLines
select id, product_id, quantity from cart_items where session_id = :1 order by id for update

-- cart.selectCartLines
select c.id, c.product_id, c.quantity, p.name, p.sku, p.category, p.price, p.image_url, p.is_active, p.shop_id, (select coalesce(sum(l.quantity), 0) as units from stock_levels l where l.product_id = p.id) as stock from cart_items c inner join products p on p.id = c.product_id where c.session_id = :1 order by c.created_at, c.id

-- cart.selectLineQuantities
select id, product_id, quantity from cart_items where session_id = :1

-- cart.selectPrices
select id, name, sku, price, shop_id, is_active from products where id in (:1)

-- cart.setLineQuantity
update cart_items set quantity = :1, updated_at = :2 where id = :3 and session_id = :4
