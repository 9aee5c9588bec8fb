import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A business id, such as that of an order. Throws Invalid. */
export function businessId(text: string): number {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(id)) throw idInvalid('a number, as in 17');
  return id;
}

/** The two ids of an order's line. Throws Invalid. */
export function lineId(text: string): { orderId: number; productId: number } {
  const [order = '', product = '', ...more] = text.split('.');
  if (more.length > 0 || product === '') throw idInvalid('order and product, as in 17.3');
  return { orderId: businessId(order), productId: businessId(product) };
}

/** The id of an event, a movement or an entry of the audit. Throws Invalid. */
export function eventId(text: string): string {
  if (!new RegExp(`^${uuid}$`).test(text)) throw idInvalid('a UUID');
  return text;
}

/** What names a delivery. Throws Invalid. */
export function deliveryId(text: string): { eventId: string; consumer: string } {
  const [, event, consumer] = new RegExp(`^(${uuid})\\.([a-z]{1,20})$`).exec(text) ?? [];
  if (event === undefined || consumer === undefined) throw idInvalid('message and receiver, as in {uuid}.crm');
  return { eventId: event, consumer };
}

/** Throws Invalid. */
export function traceId(text: string): string {
  if (!/^[0-9a-f]{32}$/.test(text)) throw idInvalid('32 hex digits');
  return text;
}

function idInvalid(shape: string): AppError {
  return faultyField('Invalid', 'xray.id_invalid', 'id', `This id has another shape: ${shape}.`);
}
