import type { listCustomers } from '@octo/contracts/crm/customers.ts';
import type { listOrders } from '@octo/contracts/crm/orders.ts';
import type { listProducts } from '@octo/contracts/crm/products.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { request } from '@octo/ui/react/api/request.ts';
import type { Finding, FindingGroup } from '@octo/ui/react/shell/finder.tsx';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../session/session.ts';
import { usePlaces } from './places.ts';

const shortestSearch = 2;
const limit = 5;

type Find = (search: string, signal: AbortSignal) => Promise<Finding[]>;

/** Pages by what is typed, at once; records by what was asked of the server, a moment later. */
export function useFindings(typed: string, asked: string): { groups: FindingGroup[]; isSearching: boolean } {
  const can = useCan();
  const pages = usePlaces()
    .filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()))
    .map(({ path, title, icon }) => ({ path, label: title, icon }));
  const orders = useRecords('Orders', asked, can('orders.read'), findOrders);
  const products = useRecords('Products', asked, can('products.read'), findProducts);
  const customers = useRecords('Customers', asked, can('customers.read'), findCustomers);
  const records = [orders, products, customers];
  return {
    groups: [{ title: 'Pages', findings: pages }, ...records],
    isSearching: typed !== asked || records.some(({ isFetching }) => isFetching),
  };
}

function useRecords(title: string, search: string, isAllowed: boolean, find: Find) {
  const { data, isFetching } = useQuery({
    queryKey: ['find', title, search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: isAllowed && search.length >= shortestSearch,
  });
  return { title, findings: data ?? [], isFetching };
}

async function findOrders(search: string, signal: AbortSignal): Promise<Finding[]> {
  const { orders } = await request<typeof listOrders>('GET /api/orders', { query: { search, limit }, signal });
  return orders.map(({ id, order_number, customer_name, total, currency }) => ({
    path: `/orders/${id}`,
    label: order_number,
    description: `${customer_name}, ${formatMoney(total, currency)}`,
    icon: 'orders',
  }));
}

async function findProducts(search: string, signal: AbortSignal): Promise<Finding[]> {
  const { products } = await request<typeof listProducts>('GET /api/products', {
    query: { search, limit, status: 'all' },
    signal,
  });
  return products.map(({ id, name, sku }) => ({
    path: `/products/${id}`,
    label: name,
    description: sku,
    icon: 'products',
  }));
}

async function findCustomers(search: string, signal: AbortSignal): Promise<Finding[]> {
  const { customers } = await request<typeof listCustomers>('GET /api/customers', { query: { search, limit }, signal });
  return customers.map(({ id, name, email }) => ({
    path: `/customers/${id}`,
    label: name,
    description: email,
    icon: 'customers',
  }));
}
