import type { Delivery, listDeliveries } from '@octo/contracts/crm/sync.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { useState } from 'react';
import { XrayMark } from '../../xray/xray-mark.tsx';
import classes from './deliveries.module.css';
import { DeliveryCard, deliveryColumns } from './delivery-columns.tsx';
import { DeliveryDetails } from './delivery-details.tsx';
import { NoDeliveries } from './no-deliveries.tsx';

/** Those that were given up are what one comes for. */
const otherStates = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'discarded', label: 'Discarded' },
  { value: 'all', label: 'All messages' },
] as const;

const lookEveryMs = 5_000;
const deliveryKey = ({ event_id, consumer }: Delivery) => `${event_id} ${consumer}`;

/** The messages themselves, dead letters first. */
export function Deliveries() {
  const { values, set } = useListParams(['state']);
  const other = otherStates.find(({ value }) => value === values.state)?.value;
  // What the operator has done shows at once; what happens by itself waits until they ask.
  const [done, setDone] = useState(0);
  const list = useList({
    key: ['sync', 'deliveries', other ?? 'dead', done],
    load: async (after, signal) => {
      const { deliveries, next } = await request<typeof listDeliveries>('GET /api/sync/deliveries', {
        query: { state: other === 'all' ? undefined : (other ?? 'dead'), after, limit: 50 },
        signal,
      });
      return { rows: deliveries, next };
    },
    refresh: { everyMs: lookEveryMs, rowKey: deliveryKey },
  });
  return (
    <Section
      title={otherStates.find(({ value }) => value === other)?.label ?? 'Dead letters'}
      aside={
        <div className={classes.filters}>
          <FilterSelect
            label="State"
            anyLabel="Dead letters"
            options={otherStates}
            value={other}
            onChange={(value) => set('state', value)}
          />
          <ListNewsButton list={list} noun="message" />
        </div>
      }
    >
      <DataList
        label="Messages"
        list={list}
        columns={deliveryColumns}
        rowKey={deliveryKey}
        mark={({ event_id, consumer, event_type }) => (
          <XrayMark kind="delivery" id={`${event_id}.${consumer}`} name={`message ${event_type}`} />
        )}
        card={(delivery) => <DeliveryCard delivery={delivery} />}
        more={(delivery) => <DeliveryDetails delivery={delivery} onDone={() => setDone(done + 1)} />}
        empty={<NoDeliveries state={other ?? 'dead'} onShowAll={() => set('state', 'all')} />}
      />
    </Section>
  );
}
