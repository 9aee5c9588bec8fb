import { Button } from '@mantine/core';
import type { listProducts, ProductRow, ProductSort } from '@octo/contracts/crm/products.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Link } from 'react-router';
import { Money } from '../../parts/money.tsx';
import { useCan } from '../../session/session.ts';
import { ProductName, productColumns, StockBadge } from './product-columns.tsx';
import { ProductFilters } from './product-filters.tsx';

const sorts = [
  'name',
  'price',
  'price_desc',
  'stock',
  'stock_desc',
  'newest',
] as const satisfies readonly ProductSort[];
const statuses = ['inactive', 'all'] as const;

export function ProductList() {
  const params = useListParams(['search', 'category', 'shop_id', 'status', 'stock_below', 'sort_by']);
  const { values, set, isNarrowed, clear } = params;
  const query = {
    search: values.search,
    category: values.category,
    shop_id: wholeNumber(values.shop_id),
    status: statuses.find((status) => status === values.status),
    stock_below: wholeNumber(values.stock_below),
    sort_by: sorts.find((sort) => sort === values.sort_by),
  };
  const list = useList({
    key: ['products', query],
    load: async (after, signal) => {
      const { products, next } = await request<typeof listProducts>('GET /api/products', {
        query: { ...query, after, limit: 50 },
        signal,
      });
      return { rows: products, next };
    },
  });
  return (
    <>
      <PageHeader title="Products" actions={<NewProductButton />} />
      <ProductFilters values={values} set={set} />
      <DataList
        label="Products"
        name="products"
        list={list}
        columns={productColumns}
        rowKey={({ id }) => id}
        rowPath={({ id }) => `/products/${id}`}
        card={productCard}
        sorting={{ value: query.sort_by, fallback: 'name', onChange: (value) => set('sort_by', value) }}
        empty={isNarrowed ? <NothingFits onClear={clear} /> : <NothingYet />}
      />
    </>
  );
}

function productCard(product: ProductRow) {
  return (
    <CardLines
      title={<ProductName product={product} />}
      value={<Money amount={product.price} />}
      about={[product.sku, product.category]}
      badge={<StockBadge product={product} />}
    />
  );
}

function NewProductButton() {
  if (!useCan()('products.manage')) return null;
  return (
    <Button component={Link} to="/products/new" leftSection={<Icon name="plus" />}>
      New product
    </Button>
  );
}

function NothingFits({ onClear }: { onClear(): void }) {
  return (
    <Empty icon="products" title="Nothing fits">
      <p>No product has all of this. Search and filters look at name, SKU, category, shop, status and stock.</p>
      <Button variant="default" onClick={onClear}>
        Show all active products
      </Button>
    </Empty>
  );
}

function NothingYet() {
  return (
    <Empty icon="products" title="No products yet">
      <p>What the shops sell stands here: name, price, shop and stock.</p>
    </Empty>
  );
}

/** A number from the address; anything else is none. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
