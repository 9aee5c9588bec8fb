import { Button } from '@mantine/core';
import type { Customer, CustomerSort, listCustomers } from '@octo/contracts/crm/customers.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { Money } from '../../parts/money.tsx';

const sorts = ['name', 'newest', 'revenue_desc'] as const satisfies readonly CustomerSort[];

export function CustomerList() {
  const { values, set, isNarrowed, clear } = useListParams(['search', 'sort_by']);
  const { search } = values;
  const sort_by = sorts.find((sort) => sort === values.sort_by);
  const list = useList({
    key: ['customers', { search, sort_by }],
    load: async (after, signal) => {
      const { customers, next } = await request<typeof listCustomers>('GET /api/customers', {
        query: { search, sort_by, after, limit: 50 },
        signal,
      });
      return { rows: customers, next };
    },
  });
  return (
    <>
      <PageHeader title="Customers" />
      <Toolbar>
        <SearchBox
          label="Search customers"
          placeholder="Name, e-mail or company"
          value={search}
          onChange={(text) => set('search', text)}
        />
      </Toolbar>
      <DataList
        label="Customers"
        name="customers"
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        rowPath={({ id }) => `/customers/${id}`}
        card={(customer) => <CardLines title={customer.name} about={[customer.company ?? 'Private', customer.email]} />}
        sorting={{ value: sort_by, fallback: 'name', onChange: (value) => set('sort_by', value) }}
        empty={isNarrowed ? <NobodyFits onClear={clear} /> : <NobodyYet />}
      />
    </>
  );
}

function NobodyFits({ onClear }: { onClear(): void }) {
  return (
    <Empty icon="customers" title="Nobody by that name">
      <p>No customer has this in their name, e-mail or company.</p>
      <Button variant="default" onClick={onClear}>
        Show everybody
      </Button>
    </Empty>
  );
}

function NobodyYet() {
  return (
    <Empty icon="customers" title="No customers yet">
      <p>Whoever orders in the shop becomes a customer and appears here.</p>
    </Empty>
  );
}

const columns: Column<Customer>[] = [
  { key: 'name', title: 'Name', cell: ({ name }) => name, sort: { up: 'name' } },
  { key: 'email', title: 'E-mail', cell: ({ email }) => email, leaveOut: 2 },
  { key: 'company', title: 'Company', cell: ({ company }) => company ?? <span className="muted">Private</span> },
  { key: 'industry', title: 'Industry', cell: ({ industry }) => industry ?? '', leaveOut: 1 },
  {
    key: 'revenue',
    title: 'Annual revenue',
    align: 'end',
    cell: ({ revenue }) => revenue > 0 && <Money amount={revenue} />,
    sort: { down: 'revenue_desc' },
  },
  {
    key: 'since',
    title: 'Since',
    cell: ({ created_at }) => <Instant at={created_at} />,
    sort: { down: 'newest', words: { down: 'Newest first' } },
    leaveOut: 1,
    isShort: true,
  },
];
