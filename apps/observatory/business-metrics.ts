// Names of what the services count of the business, as docs/telemetry.md lists them.
export const ordersPlaced = 'octo.orders.placed';
export const orderValue = 'octo.orders.value';
export const ordersFailed = 'octo.orders.failed';
export const lostValue = 'octo.orders.lost_value';
export const checkoutsDeclined = 'octo.checkout.declined';
export const messagesSettled = 'octo.messages.settled';
export const acceptanceDelay = 'octo.orders.acceptance_delay';
export const signInsRefused = 'octo.sign_ins.refused';
