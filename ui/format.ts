const locale = 'en-US';
const moneyFormats = new Map<string, Intl.NumberFormat>();
const counts = new Intl.NumberFormat(locale);
const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

function moneyFormat(currency: string): Intl.NumberFormat {
  const known = moneyFormats.get(currency);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  moneyFormats.set(currency, made);
  return made;
}

/** An amount as it comes over the wire (decimal units of the currency): `$1,299.99`. */
export function formatMoney(amount: number, currency = 'USD'): string {
  return moneyFormat(currency).format(amount);
}

/** An RFC 3339 instant for a person: `Nov 21, 2026, 8:15 PM UTC`; text that is no instant comes back unchanged. */
export function formatInstant(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : `${instants.format(date)} UTC`;
}

/** A whole number with separators: `5,219`. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A count with its noun: `1 item`, `1,200 items`. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
