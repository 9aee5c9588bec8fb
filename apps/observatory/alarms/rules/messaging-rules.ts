import { businessAttributes, businessMetrics } from '@octo/contracts/telemetry/business.ts';
import { crm } from '../../watched-services.ts';
import type { AlarmRule } from '../alarm-rule.ts';

const minuteMs = 60_000;
const common = { subject: 'messages', runbook: 'an-order-does-not-reach-the-crm', forMs: 0 } as const;
const state = businessAttributes.deliveryState;

function settled(...values: readonly string[]) {
  return { metric: businessMetrics.messagesSettled, take: 'increase', where: { attribute: state, values } } as const;
}

export const messagingRules: readonly AlarmRule[] = [
  {
    ...common,
    id: 'messages.dead',
    title: 'Messages are given up',
    severity: 'page',
    meaning: 'A message failed on its own content and is not tried again by itself.',
    advice: 'The Sync page of the CRM says why. Retry it when the cause is gone, or discard it.',
    page: `/metrics?metric=${businessMetrics.messagesSettled}`,
    unit: 'count',
    noun: 'message',
    value: 'Messages given up within 15 min',
    condition: { kind: 'metric', question: settled('dead'), windowMs: 15 * minuteMs, above: 0 },
    traces: [{ q: `${state}=dead` }],
  },
  {
    ...common,
    id: 'messages.undelivered',
    // Longer than what is looked at: an absence of half a minute, such as a restart, has left that by then.
    forMs: 150_000,
    title: 'Messages do not get through',
    severity: 'page',
    meaning:
      'Of the attempts to deliver a message more than half fail: the other service is away or answers with errors.',
    advice: 'Look at the receiving service first. Nothing is lost: everything arrives when it is back.',
    page: `/metrics?metric=${businessMetrics.messagesSettled}`,
    unit: 'percent',
    value: 'Attempts within 2 min that did not get through',
    condition: {
      kind: 'ratio',
      counts: 'Attempts',
      bad: settled('waiting', 'dead'),
      good: settled('delivered'),
      windowMs: 2 * minuteMs,
      above: 0.5,
      leastEvents: 3,
    },
    traces: [{ q: `${state}=waiting` }, { q: `${state}=dead` }],
  },
  {
    ...common,
    id: 'messages.lag',
    title: 'Orders reach the CRM late',
    severity: 'ticket',
    meaning: 'One in twenty orders takes more than a minute from its checkout until the CRM has it.',
    advice: 'See on the Sync page of the CRM how long the queue is, and in a trace of a late order where it waited.',
    page: `/metrics?metric=${businessMetrics.acceptanceDelay}`,
    unit: 's',
    value: 'Time until the CRM has an order that one in twenty exceeds, over 10 min',
    condition: {
      kind: 'metric',
      question: { metric: businessMetrics.acceptanceDelay, service: crm, take: { percentile: 0.95 } },
      windowMs: 10 * minuteMs,
      above: 60,
      leastEvents: 5,
    },
  },
];
