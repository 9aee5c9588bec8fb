import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Dollars, Id, Instant } from '../scalars.ts';
import { OrderRow } from './order.ts';

export const Dashboard = Type.Object({
  attention: Type.Object({
    orders_waiting: Type.Integer({ description: 'Placed, and accepted by nobody yet' }),
    orders_on_hold: Type.Integer(),
    dead_letters: Type.Integer(),
    low_stock: Type.Integer({ description: 'Active products with fewer units than low_stock_below' }),
    low_stock_below: Type.Integer(),
    lowest_stock: Type.Array(
      Type.Object({ product_id: Id, name: Type.String(), sku: Type.String(), stock: Type.Integer() }),
    ),
  }),
  day: Type.Object({
    orders: Type.Integer(),
    revenue: Dollars,
    currency: Type.String(),
    hours: Type.Array(Type.Object({ starts_at: Instant, orders: Type.Integer(), revenue: Dollars }), {
      description: 'The last 24 full or begun hours, oldest first, without gaps',
    }),
  }),
  customers: Type.Object({ total: Type.Integer() }),
  orders: Type.Object({ total: Type.Integer(), revenue: Dollars, average: Dollars }),
  invoices: Type.Array(Type.Object({ status: Type.String(), count: Type.Integer(), total: Dollars })),
  recent_orders: Type.Array(OrderRow),
});
export type Dashboard = Static<typeof Dashboard>;

export const getDashboard = guarded({
  method: 'GET',
  path: '/api/dashboard/summary',
  summary: 'What needs attention, and how the last day went; totals may be half a minute old',
  tag: 'Dashboard',
  access: 'orders.read',
  responses: { 200: Dashboard },
});
