// What the business is counted by. The doors of the domains say when; the catalogues of the apps list who counts what.
import { counter, histogram, type Metric } from '@octo/platform/telemetry/metrics/definition.ts';

export const ordersPlaced = counter('octo.orders.placed', {
  unit: '{order}',
  meaning: 'Orders placed, paid by card or on account',
  attributes: ['octo.payment.method'],
});

export const orderValue = histogram('octo.orders.value', {
  unit: 'USD',
  meaning: 'What placed orders are worth',
  attributes: ['octo.payment.method'],
  buckets: [100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000],
});

export const ordersFailed = counter('octo.orders.failed', {
  unit: '{order}',
  meaning: 'Orders that were begun and not placed; their stock is back',
  attributes: ['octo.payment.method'],
});

export const lostValue = counter('octo.orders.lost_value', {
  unit: 'USD',
  meaning: 'What orders that were begun and not placed would have been worth',
  attributes: ['octo.payment.method'],
});

export const checkoutsDeclined = counter('octo.checkout.declined', {
  unit: '{checkout}',
  meaning: 'Checkouts that a rule refused, by the code of the refusal: a declined card, an empty stock, a reused key',
  attributes: ['octo.outcome'],
});

export const cartAdditions = counter('octo.cart.additions', {
  unit: '{addition}',
  meaning: 'Times that somebody put a product into their cart',
  attributes: [],
});

export const cartRefusals = counter('octo.cart.refused', {
  unit: '{addition}',
  meaning: 'Times that a product did not go into the cart, by the code of the refusal',
  attributes: ['octo.outcome'],
});

export const soldOut = counter('octo.catalog.sold_out', {
  unit: '{checkout}',
  meaning: 'Checkouts that failed because the last units were gone',
  attributes: [],
});

export const stockCorrections = counter('octo.stock.corrections', {
  unit: '{correction}',
  meaning: 'Corrections of stock by hand',
  attributes: [],
});

export const messagesSettled = counter('octo.messages.settled', {
  unit: '{delivery}',
  meaning: 'Attempts to deliver a message to another service, by what became of it: delivered, waiting, dead',
  attributes: ['octo.consumer', 'octo.delivery.state'],
});

export const ordersAccepted = counter('octo.orders.accepted', {
  unit: '{order}',
  meaning: 'Orders accepted, by rule or by hand',
  attributes: [],
});

export const ordersHeld = counter('octo.orders.held', {
  unit: '{order}',
  meaning: 'Orders put on hold, by rule or by hand',
  attributes: [],
});

export const ordersCancelled = counter('octo.orders.cancelled', {
  unit: '{order}',
  meaning: 'Orders cancelled by operators',
  attributes: [],
});

export const acceptanceDelay = histogram('octo.orders.acceptance_delay', {
  unit: 's',
  meaning: 'From the checkout until the CRM had taken the order, accepted or held',
  attributes: [],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600],
});

export const signIns = counter('octo.sign_ins', {
  unit: '{sign_in}',
  meaning: 'Operators who signed in',
  attributes: [],
});

export const signInsRefused = counter('octo.sign_ins.refused', {
  unit: '{sign_in}',
  meaning: 'Attempts to sign in that failed, by the code of the refusal',
  attributes: ['octo.outcome'],
});

export const namedQueriesRun = counter('octo.workflows.queries', {
  unit: '{query}',
  meaning: 'Named queries that were run, by their name and how they ended; some are meant to fail, or to take too long',
  attributes: ['octo.workflows.query', 'octo.workflows.status'],
});

export const sweepsMade = counter('octo.workflows.sweeps', {
  unit: '{sweep}',
  meaning: 'Sweeps over all components, by how they ended: success, error',
  attributes: ['octo.workflows.status'],
});

export const workflowMetrics: readonly Metric[] = [namedQueriesRun, sweepsMade];

/** Counted by every service that sends messages. */
export const messagingMetrics: readonly Metric[] = [messagesSettled];

export const sellingMetrics: readonly Metric[] = [
  ordersPlaced,
  orderValue,
  ordersFailed,
  lostValue,
  checkoutsDeclined,
  cartAdditions,
  cartRefusals,
  soldOut,
];

export const operationsMetrics: readonly Metric[] = [
  ordersAccepted,
  ordersHeld,
  ordersCancelled,
  acceptanceDelay,
  stockCorrections,
  signIns,
  signInsRefused,
];
