import type { listStockMovements, StockMovement } from '@octo/contracts/crm/products.ts';
import { formatCount } from '@octo/ui/format.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { Link } from 'react-router';
import { actorWords } from '../../parts/actor-words.ts';
import { TraceId } from '../../parts/trace-id.tsx';
import { XrayMark } from '../../xray/xray-mark.tsx';
import classes from './stock.module.css';

/** Every unit that came and went, newest first. */
export function StockLedger({ productId }: { productId: number }) {
  const list = useList({
    key: ['product', productId, 'movements'],
    load: async (after, signal) => {
      const { movements, next } = await request<typeof listStockMovements>('GET /api/products/:id/stock-movements', {
        params: { id: productId },
        query: { after, limit: 10 },
        signal,
      });
      return { rows: movements, next };
    },
  });
  return (
    <DataList
      label="Stock ledger"
      list={list}
      columns={columns}
      rowKey={({ id }) => id}
      mark={({ id, reason }) => <XrayMark kind="movement" id={id} name={`stock movement ${reason}`} />}
      card={(movement) => (
        <CardLines
          title={<Reason movement={movement} />}
          value={<Delta delta={movement.delta} />}
          about={[movement.warehouse_name, actorWords(movement.actor), <Instant key="at" at={movement.created_at} />]}
        />
      )}
      empty={
        <Empty icon="products" title="No movements yet">
          <p>Units that come, are sold or are corrected stand here.</p>
        </Empty>
      }
    />
  );
}

function Delta({ delta }: Pick<StockMovement, 'delta'>) {
  return (
    <span className={`number ${classes.delta}`} data-sign={delta < 0 ? 'out' : 'in'}>
      {delta < 0 ? `−${formatCount(-delta)}` : `+${formatCount(delta)}`}
    </span>
  );
}

function Reason({ movement: { reason, order_id } }: { movement: StockMovement }) {
  if (order_id === null) return reason;
  return (
    <>
      {reason}, <Link to={`/orders/${order_id}`}>order {order_id}</Link>
    </>
  );
}

const columns: Column<StockMovement>[] = [
  { key: 'reason', title: 'Reason', cell: (movement) => <Reason movement={movement} /> },
  { key: 'delta', title: 'Units', align: 'end', cell: ({ delta }) => <Delta delta={delta} /> },
  { key: 'warehouse', title: 'Warehouse', cell: ({ warehouse_name }) => warehouse_name },
  { key: 'actor', title: 'Who', cell: ({ actor }) => actorWords(actor) },
  { key: 'at', title: 'When', cell: ({ created_at }) => <Instant at={created_at} />, isShort: true },
  {
    key: 'trace',
    title: 'Trace',
    cell: ({ trace_id }) => trace_id && <TraceId id={trace_id} />,
    isShort: true,
    leaveOut: 1,
  },
];
