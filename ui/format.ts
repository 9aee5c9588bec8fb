const locale = 'en-US';
const moneyFormats = new Map<string, Intl.NumberFormat>();
const counts = new Intl.NumberFormat(locale);
const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

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

/** An amount in little space, for a chart: `$12.4K`. */
export function formatShortMoney(amount: number, currency = 'USD'): string {
  return amount.toLocaleString(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 });
}

/** An instant to the second, where the reader is, or in a zone that is named: `Nov 21, 2026, 9:15:30 PM GMT+1`. */
export function formatLocalInstant(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const parts = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return date.toLocaleString(locale, { ...parts, second: '2-digit', timeZoneName: 'short', ...zone(timeZone) });
}

/** How long ago, or how soon: `just now`, `4 min ago`, `3 h ago`, `yesterday`; after a week the date. */
export function formatRelative(instant: string, nowMs: number, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const awayMs = date.getTime() - nowMs;
  const size = Math.abs(awayMs);
  if (size < minuteMs) return awayMs <= 5 * secondMs ? 'just now' : 'in a moment';
  if (size < hourMs) return since(awayMs, minuteMs, 'min');
  if (size < dayMs) return since(awayMs, hourMs, 'h');
  if (size < 2 * dayMs) return awayMs < 0 ? 'yesterday' : 'tomorrow';
  if (size < weekMs) return since(awayMs, dayMs, 'days');
  return date.toLocaleDateString(locale, { year: 'numeric', month: 'short', day: 'numeric', ...zone(timeZone) });
}

/** The hour of an instant where the reader is, for an axis: `9 PM`. */
export function formatHour(instant: string, timeZone?: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: 'numeric', ...zone(timeZone) });
}

/** A length of time in its two largest units: `4 min 12 s`, `2 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [
    { count: hours, unit: 'h' },
    { count: minutes, unit: 'min' },
    { count: rest, unit: 's' },
  ].filter(({ count }) => count > 0);
  return parts.length === 0
    ? '0 s'
    : parts
        .slice(0, 2)
        .map(({ count, unit }) => `${count} ${unit}`)
        .join(' ');
}

/** A short length of time, with as many digits as say something: `0.42 ms`, `38 ms`, `1.24 s`, `4 min 12 s`. */
export function formatMilliseconds(ms: number): string {
  if (ms >= minuteMs) return formatDuration(ms / secondMs);
  const [value, unit] = ms >= secondMs ? [ms / secondMs, 's'] : [ms, 'ms'];
  const digits = Number.isInteger(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

/** A part of a whole, given between 0 and 1: `0%`, `0.4%`, `12%`; what is there is never called nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1%';
  return `${Number(percent.toFixed(percent < 10 ? 1 : 0))}%`;
}

/** An amount of data: `812 B`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${Number(value.toFixed(value < 10 && step > 0 ? 1 : 0))} ${units[step]}`;
}

/** The time of day to the millisecond where the reader is, as logs are read: `21:15:30.042`. */
export function formatClock(instant: string, timeZone?: string): string {
  const parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const;
  return new Date(instant).toLocaleTimeString(locale, { ...parts, hour12: false, ...zone(timeZone) });
}

function since(awayMs: number, unitMs: number, unit: string): string {
  const text = `${Math.trunc(Math.abs(awayMs) / unitMs)} ${unit}`;
  return awayMs < 0 ? `${text} ago` : `in ${text}`;
}

function zone(timeZone: string | undefined): { timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}
