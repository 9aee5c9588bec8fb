import type { ProductRow } from '@octo/contracts/crm/products.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Money } from '../../parts/money.tsx';
import { productStatuses } from '../../parts/statuses.ts';

const fewUnits = 25;

export const productColumns: Column<ProductRow>[] = [
  { key: 'name', title: 'Product', cell: (product) => <ProductName product={product} />, sort: { up: 'name' } },
  { key: 'sku', title: 'SKU', cell: ({ sku }) => <span className="mono">{sku}</span>, isShort: true, leaveOut: 2 },
  { key: 'category', title: 'Category', cell: ({ category }) => category, leaveOut: 1 },
  {
    key: 'shop',
    title: 'Shop',
    cell: ({ shop_name }) => shop_name ?? <span className="muted">No shop</span>,
    leaveOut: 1,
  },
  {
    key: 'price',
    title: 'Price',
    align: 'end',
    cell: ({ price }) => <Money amount={price} />,
    sort: { up: 'price', down: 'price_desc' },
  },
  {
    key: 'stock',
    title: 'Stock',
    align: 'end',
    cell: (product) => <StockBadge product={product} />,
    sort: { up: 'stock', down: 'stock_desc' },
  },
  {
    key: 'added',
    title: 'Added',
    cell: ({ created_at }) => <Instant at={created_at} />,
    sort: { down: 'newest', words: { down: 'Newest first' } },
    leaveOut: 2,
    isShort: true,
  },
];

/** What is not on sale says so. */
export function ProductName({ product: { name, status } }: { product: ProductRow }) {
  if (status === 'active') return name;
  return (
    <>
      {name} <StatusBadge {...productStatuses[status]} />
    </>
  );
}

/** The units on hand, told apart where there are few or none. */
export function StockBadge({ product: { stock } }: { product: ProductRow }) {
  if (stock === 0) return <span className="badge badge-bad">Sold out</span>;
  if (stock < fewUnits) return <span className="badge badge-warn">{formatCount(stock)}</span>;
  return <span className="number">{formatCount(stock)}</span>;
}
