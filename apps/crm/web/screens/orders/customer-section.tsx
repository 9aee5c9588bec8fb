import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { useCan } from '../../session/session.ts';
import classes from './customer-section.module.css';

/** Whom it is for and where it goes, as they said when they bought. */
export function CustomerSection({ order }: { order: OrderDetail }) {
  const { customer_id, customer_email, shipping_address, notes } = order;
  return (
    <Section title="Customer" aside={<Link to={`/orders?customer_id=${customer_id}`}>Their orders</Link>}>
      <Facts
        facts={[
          ['Name', <CustomerName key="name" order={order} />],
          [
            'E-mail',
            <a key="email" href={`mailto:${customer_email}`}>
              {customer_email}
            </a>,
          ],
          [
            'Ship to',
            <span key="address" className={classes.lines}>
              {shipping_address}
            </span>,
          ],
          [
            'Notes',
            notes && (
              <span key="notes" className={classes.lines}>
                {notes}
              </span>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function CustomerName({ order: { customer_id, customer_name } }: { order: OrderDetail }) {
  return useCan()('customers.read') ? <Link to={`/customers/${customer_id}`}>{customer_name}</Link> : customer_name;
}
