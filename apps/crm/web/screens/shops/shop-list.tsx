import { Button } from '@mantine/core';
import type { listShops, Shop } from '@octo/contracts/crm/shops.ts';
import { formatCount, formatQuantity } from '@octo/ui/format.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { StatusFilter } from '@octo/ui/react/status-filter.tsx';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { Link } from 'react-router';
import { shopStatuses } from '../../parts/statuses.ts';
import { useCan } from '../../session/session.ts';

export function ShopList() {
  const { values, set, isNarrowed, clear } = useListParams(['search', 'status']);
  const { search } = values;
  const status = oneOfThese(shopStatuses, values.status);
  const list = useList({
    key: ['shops', { search, status }],
    load: async (after, signal) => {
      const query = { search, status, after, limit: 50 };
      const { shops, next } = await request<typeof listShops>('GET /api/shops', { query, signal });
      return { rows: shops, next };
    },
  });
  return (
    <>
      <PageHeader title="Shops" actions={<NewShopButton />} />
      <Toolbar>
        <SearchBox
          label="Search shops"
          placeholder="Name, slug or region"
          value={search}
          onChange={(text) => set('search', text)}
        />
        <StatusFilter statuses={shopStatuses} value={status} onChange={(value) => set('status', value)} />
      </Toolbar>
      <DataList
        label="Shops"
        name="shops"
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        rowPath={({ id }) => `/shops/${id}`}
        card={(shop) => (
          <CardLines
            title={shop.name}
            about={[shop.region, formatQuantity(shop.product_count, 'product')]}
            badge={<StatusBadge {...shopStatuses[shop.status]} />}
          />
        )}
        empty={isNarrowed ? <NothingFits onClear={clear} /> : <NothingYet />}
      />
    </>
  );
}

function NewShopButton() {
  if (!useCan()('shops.manage')) return null;
  return (
    <Button component={Link} to="/shops/new" leftSection={<Icon name="plus" />}>
      New shop
    </Button>
  );
}

function NothingFits({ onClear }: { onClear(): void }) {
  return (
    <Empty icon="shops" title="Nothing fits">
      <p>No shop has this in its name, slug or region.</p>
      <Button variant="default" onClick={onClear}>
        Show all shops
      </Button>
    </Empty>
  );
}

function NothingYet() {
  return (
    <Empty icon="shops" title="No shops yet">
      <p>A shop is a storefront with products of its own. The first one is added here.</p>
    </Empty>
  );
}

const columns: Column<Shop>[] = [
  { key: 'name', title: 'Shop', cell: ({ name }) => name },
  { key: 'slug', title: 'Slug', cell: ({ slug }) => <span className="mono">{slug}</span>, isShort: true },
  { key: 'status', title: 'Status', cell: ({ status }) => <StatusBadge {...shopStatuses[status]} /> },
  { key: 'region', title: 'Region', cell: ({ region }) => region, isShort: true },
  { key: 'currency', title: 'Currency', cell: ({ currency }) => currency, leaveOut: 1 },
  {
    key: 'products',
    title: 'Products',
    align: 'end',
    cell: ({ id, product_count: count }) => <Link to={`/products?shop_id=${id}&status=all`}>{formatCount(count)}</Link>,
  },
  {
    key: 'changed',
    title: 'Changed',
    cell: ({ updated_at }) => <Instant at={updated_at} />,
    leaveOut: 1,
    isShort: true,
  },
];
