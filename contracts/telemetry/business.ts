// What the services tell of the business: counted and written by the domains, asked for by the observatory.

export const businessMetrics = {
  ordersPlaced: 'octo.orders.placed',
  orderValue: 'octo.orders.value',
  ordersFailed: 'octo.orders.failed',
  lostValue: 'octo.orders.lost_value',
  checkoutsDeclined: 'octo.checkout.declined',
  cartAdditions: 'octo.cart.additions',
  cartRefusals: 'octo.cart.refused',
  soldOut: 'octo.catalog.sold_out',
  stockCorrections: 'octo.stock.corrections',
  messagesSettled: 'octo.messages.settled',
  ordersAccepted: 'octo.orders.accepted',
  ordersHeld: 'octo.orders.held',
  ordersCancelled: 'octo.orders.cancelled',
  acceptanceDelay: 'octo.orders.acceptance_delay',
  signIns: 'octo.sign_ins',
  signInsRefused: 'octo.sign_ins.refused',
  queriesRun: 'octo.workflows.queries',
  sweepsMade: 'octo.workflows.sweeps',
} as const;

export const businessAttributes = {
  orderId: 'octo.order.id',
  orderStatus: 'octo.order.status',
  paymentMethod: 'octo.payment.method',
  paymentResult: 'octo.payment.result',
  customerSegment: 'octo.customer.segment',
  customerIndustry: 'octo.customer.industry',
  consumer: 'octo.consumer',
  deliveryState: 'octo.delivery.state',
  namedQuery: 'octo.workflows.query',
  workflowStatus: 'octo.workflows.status',
} as const;
export type BusinessAttribute = (typeof businessAttributes)[keyof typeof businessAttributes];

export const businessMeanings: Readonly<Record<BusinessAttribute, string>> = {
  [businessAttributes.orderId]: 'Order that it was about',
  [businessAttributes.orderStatus]: 'Status the order has now',
  [businessAttributes.paymentMethod]: 'How it is paid: credit_card, bank_transfer',
  [businessAttributes.paymentResult]: 'What the payment rail said',
  [businessAttributes.customerSegment]: 'Segment of whoever placed the order: private, business, key_account',
  [businessAttributes.customerIndustry]: 'Industry of whoever placed the order, as the CRM knows it',
  [businessAttributes.consumer]: 'Service that a message is for',
  [businessAttributes.deliveryState]: 'What became of a message: delivered, waiting, dead',
  [businessAttributes.namedQuery]: 'Named query that was run',
  [businessAttributes.workflowStatus]: 'How the query or the sweep ended: success, error',
};

/** Spans of verbs that are asked for by name. */
export const businessSpans = {
  checkOut: 'checkout.check_out',
  signIn: 'identity.sign_in',
  sendMessage: 'messaging.send_message',
  recordSecurityEvent: 'security.record_security_event',
} as const;
