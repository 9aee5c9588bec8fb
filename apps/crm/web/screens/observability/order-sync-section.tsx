import type { OrderSyncHealth } from '@octo/contracts/crm/three-sixty.ts';
import { formatCount, formatDuration, formatQuantity } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';

/** How well orders travel between the services. */
export function OrderSyncSection({ sync }: { sync: OrderSyncHealth }) {
  const { enabled, queues, last_day, last_delivered_at, orders } = sync;
  return (
    <Section title="Order sync" aside={<Link to="/sync">Messages</Link>}>
      <Facts
        facts={[
          ['To the shop', enabled ? 'Enabled' : 'SERVICE_SHOP_URL is not set: messages wait'],
          ...queues.map(({ consumer, waiting, dead, lag_seconds }) => {
            const lag = lag_seconds > 0 ? `, ${formatDuration(lag_seconds)} behind` : '';
            return [`For the ${consumer === 'crm' ? 'CRM' : consumer}`, `${waiting} wait, ${dead} dead${lag}`] as const;
          }),
          ['In 24 hours', dayWords(last_day)],
          ['Last delivered', last_delivered_at && <Instant key="last" at={last_delivered_at} />],
          [
            'To be accepted',
            <Link key="waiting" to="/orders?status=placed">
              {formatQuantity(orders.waiting, 'order')}
            </Link>,
          ],
          [
            'On hold',
            <Link key="hold" to="/orders?status=on_hold">
              {formatQuantity(orders.on_hold, 'order')}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}

function dayWords({ delivered, given_up, success_rate_pct }: OrderSyncHealth['last_day']): string {
  if (success_rate_pct === null) return 'Nothing was to be delivered';
  return `${formatCount(delivered)} delivered, ${formatCount(given_up)} given up: ${success_rate_pct} %`;
}
