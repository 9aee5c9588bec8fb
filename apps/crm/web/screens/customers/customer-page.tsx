import type { getCustomer } from '@octo/contracts/crm/customers.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { requireId } from '../../api/require-id.ts';
import { Money } from '../../parts/money.tsx';
import { XrayMark } from '../../xray/xray-mark.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import classes from './customer-page.module.css';

type Answered = AnswerOf<typeof getCustomer>;

export function CustomerPage() {
  const id = Number(useParams().id);
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => {
      requireId(id, 'customer');
      return request<typeof getCustomer>('GET /api/customers/:id', { params: { id }, signal });
    },
  });
  return (
    <>
      <PageHeader
        title={query.data?.customer.name ?? 'Customer'}
        badge={
          query.data && <XrayMark kind="customer" id={id} name={`customer ${query.data.customer.name}`} isOfPage />
        }
        description={query.data?.customer.company ?? undefined}
        back={{ to: '/customers', label: 'Customers' }}
      />
      <Answer query={query} skeleton={<CustomerSkeleton />}>
        {(answer) => <Known {...answer} />}
      </Answer>
    </>
  );
}

function Known({ customer, totals, orders }: Answered) {
  return (
    <div className={classes.page}>
      <Section title="Bought from us">
        <Facts
          facts={[
            ['Orders', formatCount(totals.orders)],
            ['Spent', <Money key="spent" amount={totals.spent} />],
            ['Last order', totals.last_order_at && <Instant key="last" at={totals.last_order_at} />],
          ]}
        />
      </Section>
      <Section title="About">
        <AboutCustomer customer={customer} />
      </Section>
      <div className={classes.orders}>
        <Section title="Newest orders" aside={<Link to={`/orders?customer_id=${customer.id}`}>All orders</Link>}>
          <CustomerOrders orders={orders} />
        </Section>
      </div>
    </div>
  );
}

function AboutCustomer({ customer }: Pick<Answered, 'customer'>) {
  const { email, phone, company, industry, revenue, created_at, notes } = customer;
  return (
    <Facts
      facts={[
        [
          'E-mail',
          <a key="email" href={`mailto:${email}`}>
            {email}
          </a>,
        ],
        ['Phone', phone],
        ['Company', company],
        ['Industry', industry],
        ['Annual revenue', revenue > 0 ? <Money key="revenue" amount={revenue} /> : null],
        ['Customer since', <Instant key="since" at={created_at} isExact />],
        ['Notes', notes],
      ]}
    />
  );
}

function CustomerSkeleton() {
  return (
    <div className={classes.page}>
      <SectionSkeleton title="Bought from us" lines={3} />
      <SectionSkeleton title="About" lines={6} />
      <div className={classes.orders}>
        <SectionSkeleton title="Newest orders" lines={10} />
      </div>
    </div>
  );
}
