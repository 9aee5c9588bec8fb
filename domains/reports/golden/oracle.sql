-- reports.countCustomers
select count(*) as customers from query_customers

-- reports.countOrders
select count(*) as orders from query_orders

-- reports.countPageViews
select count(*) as views from query_page_views where created_at >= :1

-- reports.countProducts
select count(*) as products from query_products

-- reports.countTickets
select count(*) as tickets, count(closed_at) as closed from query_tickets

-- reports.selectAllSales
select count(*) as orders, cast(coalesce(sum(total), 0) as numeric(16, 2)) as revenue from query_orders where status not in ('pending', 'failed', 'cancelled')

-- reports.selectInvoiceTotals
select status, count(*) as invoices, cast(sum(amount) as numeric(16, 2)) as amount from query_invoices group by status order by status

-- reports.selectLowStock
select p.id, p.name, p.sku, coalesce(l.units, 0) as stock, count(*) over() as products from query_products p left join (select product_id, sum(quantity) as units from query_stock_levels group by product_id) l on l.product_id = p.id where p.is_active = :1 and coalesce(l.units, 0) < :2 order by coalesce(l.units, 0), p.id fetch first :3 rows only

-- reports.selectSalesByHour
select extract(hour from (created_at at time zone 'UTC')) as hour, count(*) as orders, cast(sum(total) as numeric(16, 2)) as revenue from query_orders where created_at >= :1 and created_at < :2 and status not in ('pending', 'failed', 'cancelled') group by extract(hour from (created_at at time zone 'UTC'))

-- reports.selectWaitingOrders
select status, count(*) as orders from query_orders where status in (:1, :2) group by status
