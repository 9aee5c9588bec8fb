import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import { formatMoney, formatQuantity } from '@octo/ui/format.ts';
import type { ReactNode } from 'react';
import classes from './asked-steps.module.css';
import { isTransferOpen } from './order-steps.ts';

/** A step that is explained first, and takes a word of whoever does it. */
export interface AskedStep {
  title(order: OrderDetail): string;
  about(order: OrderDetail): ReactNode;
  field: {
    name: 'reason' | 'reference';
    label: string;
    description: string;
    /** Said when it was left empty. */
    missing: string;
    maxLength: number;
    isLong: boolean;
  };
  confirmLabel: string;
  dismissLabel: string;
  tone: 'bad' | 'accent';
}

const reason = { name: 'reason', label: 'Reason', maxLength: 500, isLong: true } as const;

export const askedNames = ['hold', 'cancel', 'pay'] as const;
export type AskedName = (typeof askedNames)[number];

export const askedSteps: Readonly<Record<AskedName, AskedStep>> = {
  hold: {
    title: ({ order_number }) => `Hold order ${order_number}?`,
    about: () => <p>Work on it rests until somebody releases the hold. What was done so far is kept.</p>,
    field: {
      ...reason,
      description: 'For whoever looks at it next; it stands in the story of the order.',
      missing: 'Say why you hold this order.',
    },
    confirmLabel: 'Hold the order',
    dismissLabel: 'Let it go on',
    tone: 'accent',
  },
  cancel: {
    title: ({ order_number }) => `Cancel order ${order_number}?`,
    about: (order) => <WhatIsUndone order={order} />,
    field: {
      ...reason,
      description: 'It stands in the story of the order, and the shop is told.',
      missing: 'Say why you cancel this order.',
    },
    confirmLabel: 'Cancel the order',
    dismissLabel: 'Keep the order',
    tone: 'bad',
  },
  pay: {
    title: ({ order_number }) => `Record the transfer for ${order_number}?`,
    about: ({ total, currency }) => (
      <p>
        {formatMoney(total, currency)} arrived in full. The invoice becomes paid, the shop is told, and a hold that only
        waited for the transfer ends.
      </p>
    ),
    field: {
      name: 'reference',
      label: 'Reference',
      description: 'What the bank calls the transfer.',
      missing: 'Give the reference of the transfer.',
      maxLength: 100,
      isLong: false,
    },
    confirmLabel: 'Record the transfer',
    dismissLabel: 'Not yet',
    tone: 'accent',
  },
};

function WhatIsUndone({ order }: { order: OrderDetail }) {
  const { items, fulfilment, invoice } = order;
  const units = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <p>This cannot be undone. As soon as the shop has heard of it:</p>
      <ul className={classes.effects}>
        <li>{formatQuantity(units, 'unit goes', 'units go')} back into stock.</li>
        <li>{paymentEffect(order)}</li>
        {invoice !== null && <li>Invoice {invoice.invoice_number} is void.</li>}
        {fulfilment !== null && <li>The warehouse stops its work on the order.</li>}
      </ul>
    </>
  );
}

function paymentEffect(order: OrderDetail): string {
  const total = formatMoney(order.total, order.currency);
  if (order.payment.status === 'paid') return `${total} is refunded.`;
  if (isTransferOpen(order)) return `The transfer of ${total} is no longer waited for.`;
  return order.payment.status === 'pending'
    ? `The transfer of ${total} that was recorded is given back.`
    : 'Nothing has to be refunded.';
}
