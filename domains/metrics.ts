// What the business is counted by. The doors of the domains say when; the catalogues of the apps list who counts what.
import { businessMetrics, businessAttributes as names } from '@octo/contracts/telemetry/business.ts';
import { counter, histogram, type Metric } from '@octo/platform/telemetry/metrics/definition.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';

export const ordersPlaced = counter(businessMetrics.ordersPlaced, {
  unit: '{order}',
  meaning: 'Orders placed, paid by card or on account',
  attributes: [names.paymentMethod],
});

export const orderValue = histogram(businessMetrics.orderValue, {
  unit: 'USD',
  meaning: 'What placed orders are worth',
  attributes: [names.paymentMethod],
  buckets: [100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000],
});

export const ordersFailed = counter(businessMetrics.ordersFailed, {
  unit: '{order}',
  meaning: 'Orders that were begun and not placed; their stock is back',
  attributes: [names.paymentMethod],
});

export const lostValue = counter(businessMetrics.lostValue, {
  unit: 'USD',
  meaning: 'What orders that were begun and not placed would have been worth',
  attributes: [names.paymentMethod],
});

export const checkoutsDeclined = counter(businessMetrics.checkoutsDeclined, {
  unit: '{checkout}',
  meaning: 'Checkouts that a rule refused, by the code of the refusal: a declined card, an empty stock, a reused key',
  attributes: [attributeNames.outcome],
});

export const cartAdditions = counter(businessMetrics.cartAdditions, {
  unit: '{addition}',
  meaning: 'Times that somebody put a product into their cart',
  attributes: [],
});

export const cartRefusals = counter(businessMetrics.cartRefusals, {
  unit: '{addition}',
  meaning: 'Times that a product did not go into the cart, by the code of the refusal',
  attributes: [attributeNames.outcome],
});

export const soldOut = counter(businessMetrics.soldOut, {
  unit: '{checkout}',
  meaning: 'Checkouts that failed because the last units were gone',
  attributes: [],
});

export const stockCorrections = counter(businessMetrics.stockCorrections, {
  unit: '{correction}',
  meaning: 'Corrections of stock by hand',
  attributes: [],
});

export const messagesSettled = counter(businessMetrics.messagesSettled, {
  unit: '{delivery}',
  meaning: 'Attempts to deliver a message to another service, by what became of it: delivered, waiting, dead',
  attributes: [names.consumer, names.deliveryState],
});

export const ordersAccepted = counter(businessMetrics.ordersAccepted, {
  unit: '{order}',
  meaning: 'Orders accepted, by rule or by hand',
  attributes: [],
});

export const ordersHeld = counter(businessMetrics.ordersHeld, {
  unit: '{order}',
  meaning: 'Orders put on hold, by rule or by hand',
  attributes: [],
});

export const ordersCancelled = counter(businessMetrics.ordersCancelled, {
  unit: '{order}',
  meaning: 'Orders cancelled by operators',
  attributes: [],
});

export const acceptanceDelay = histogram(businessMetrics.acceptanceDelay, {
  unit: 's',
  meaning: 'From the checkout until the CRM had taken the order, accepted or held',
  attributes: [],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1200, 3600],
});

export const signIns = counter(businessMetrics.signIns, {
  unit: '{sign_in}',
  meaning: 'Operators who signed in',
  attributes: [],
});

export const signInsRefused = counter(businessMetrics.signInsRefused, {
  unit: '{sign_in}',
  meaning: 'Attempts to sign in that failed, by the code of the refusal',
  attributes: [attributeNames.outcome],
});

export const namedQueriesRun = counter(businessMetrics.queriesRun, {
  unit: '{query}',
  meaning: 'Named queries that were run, by their name and how they ended; some are meant to fail, or to take too long',
  attributes: [names.namedQuery, names.workflowStatus],
});

export const sweepsMade = counter(businessMetrics.sweepsMade, {
  unit: '{sweep}',
  meaning: 'Sweeps over all components, by how they ended: success, error',
  attributes: [names.workflowStatus],
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
