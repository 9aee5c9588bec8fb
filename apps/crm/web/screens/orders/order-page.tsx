import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useParams } from 'react-router';
import { orderStatuses } from '../../parts/statuses.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';
import { AcceptanceSection } from './acceptance-section.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { CustomerSection } from './customer-section.tsx';
import { DeliverySection } from './delivery-section.tsx';
import { FulfilmentSection } from './fulfilment-section.tsx';
import { InvoiceSection } from './invoice-section.tsx';
import { LinesSection } from './lines-section.tsx';
import { OrderActions } from './order-actions.tsx';
import classes from './order-page.module.css';
import { OrderSkeleton } from './order-skeleton.tsx';
import { OrderSummary } from './order-summary.tsx';
import { PaymentSection } from './payment-section.tsx';
import { StandingNotice } from './standing-notice.tsx';
import { StorySection } from './story-section.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useOrder } from './use-order.ts';
import { useOrderNews } from './use-order-news.ts';
import { useOrderStep } from './use-order-step.ts';

const back = { to: '/orders', label: 'Orders' };

export function OrderPage() {
  const id = Number(useParams().id);
  const query = useOrder(id);
  return (
    <>
      {query.data === undefined && (
        <PageHeader title="Order" {...(query.isPending ? { description: 'Loading' } : {})} back={back} />
      )}
      <Answer query={query} skeleton={<OrderSkeleton />}>
        {(order) => <Known key={order.id} order={order} />}
      </Answer>
    </>
  );
}

function Known({ order }: { order: OrderDetail }) {
  const step = useOrderStep(order.id);
  const { conflict, chosen } = step;
  useOrderNews(order, step.isBusy || conflict !== undefined);
  useKeptFocus(step);
  return (
    <>
      <PageHeader
        title={order.order_number}
        badge={
          <>
            <StatusBadge {...orderStatuses[order.status]} />
            <XrayMark kind="order" id={order.id} name={`order ${order.order_number}`} isOfPage />
          </>
        }
        description={<OrderSummary order={order} />}
        back={back}
        actions={<OrderActions order={order} step={step} />}
      />
      <div className={classes.page}>
        {conflict && chosen && (
          <ConflictNotice problem={conflict} before={chosen.order} now={order} onClose={step.forget} />
        )}
        <StandingNotice order={order} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <FulfilmentSection order={order} />
            <LinesSection order={order} />
            <AcceptanceSection order={order} />
          </div>
          <div className={classes.aside}>
            <CustomerSection order={order} />
            <PaymentSection order={order} />
            <InvoiceSection order={order} />
            <DeliverySection order={order} />
          </div>
          <StorySection order={order} />
        </div>
      </div>
    </>
  );
}
