import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatCount, formatMoney, formatQuantity } from '@octo/ui/format.ts';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { useCan } from '../../session/session.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';
import { OrderTotals } from './order-totals.tsx';

type Line = OrderDetail['items'][number];

/** What was bought, and what it comes to. */
export function LinesSection({ order }: { order: OrderDetail }) {
  const { items, currency } = order;
  const canSee = useCan()('products.read');
  return (
    <Section title="Lines" aside={formatQuantity(items.length, 'line')}>
      <DataList
        label="Lines of this order"
        list={listOf(items)}
        columns={columnsIn(currency)}
        rowKey={({ product_id }) => product_id}
        {...(canSee ? { rowPath: ({ product_id }: Line) => `/products/${product_id}` } : {})}
        mark={({ product_id, name }) => <XrayMark kind="line" id={`${order.id}.${product_id}`} name={`line ${name}`} />}
        card={({ name, sku, quantity, unit_price, line_total }) => (
          <CardLines
            title={name}
            value={formatMoney(line_total, currency)}
            about={[sku, `${formatCount(quantity)} × ${formatMoney(unit_price, currency)}`]}
          />
        )}
        empty={
          <Empty icon="products" title="No lines">
            <p>This order is empty.</p>
          </Empty>
        }
      />
      <OrderTotals order={order} />
    </Section>
  );
}

function columnsIn(currency: string): Column<Line>[] {
  return [
    { key: 'name', title: 'Product', cell: ({ name }) => name },
    { key: 'sku', title: 'SKU', cell: ({ sku }) => <span className="mono">{sku}</span>, isShort: true, leaveOut: 2 },
    { key: 'quantity', title: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
    { key: 'price', title: 'Unit price', align: 'end', cell: ({ unit_price }) => formatMoney(unit_price, currency) },
    { key: 'total', title: 'Line total', align: 'end', cell: ({ line_total }) => formatMoney(line_total, currency) },
  ];
}
