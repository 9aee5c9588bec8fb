import {
  formatBytes,
  formatDuration,
  formatMilliseconds,
  formatMoney,
  formatShare,
  formatShortMoney,
} from '@octo/ui/format.ts';
import type { ChartUnit } from './chart.ts';

const locale = 'en-US';
const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
const exact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
/** Beyond this nobody counts digits, and no unit has a word. */
const vast = 1e15;
const powers = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 3 });
const minuteMs = 60_000;

/** A value with its unit, as it is read out: `38.2 ms`, `12%`, `4.2/min`. */
export function formatValue(value: number, unit: ChartUnit): string {
  if (Math.abs(value) >= vast) return powers.format(value);
  if (unit === 'money') return formatMoney(value);
  if (unit === 'count' || unit === 'none') return Math.abs(value) >= 1000 ? whole(value) : exact.format(value);
  return spell(value, unit, exact);
}

/** The same in little space, for an axis: `40 ms`, `1.2K`. */
export function formatTick(value: number, unit: ChartUnit): string {
  if (Math.abs(value) >= vast) return powers.format(value);
  if (unit === 'money') return formatShortMoney(value);
  if (value === 0) return '0';
  if (unit === 'ms' || unit === 's') return tickOfTime(unit === 's' ? value * 1000 : value);
  return spell(value, unit, short);
}

function spell(value: number, unit: ChartUnit, numbers: Intl.NumberFormat): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (unit === 'ms') return sign + formatMilliseconds(size);
  if (unit === 's') return sign + formatMilliseconds(size * 1000);
  if (unit === 'percent') return sign + formatShare(size);
  if (unit === 'bytes') return sign + formatBytes(size);
  if (unit === 'perSecond') return `${numbers.format(value)}/s`;
  if (unit === 'perMinute') return `${numbers.format(value)}/min`;
  return numbers.format(value);
}

/** The marks of an axis are round: they need no digits after the ones they have. */
function tickOfTime(ms: number): string {
  if (Math.abs(ms) >= minuteMs) return formatDuration(ms / 1000);
  return Math.abs(ms) >= 1000 ? `${exact.format(ms / 1000)} s` : `${exact.format(ms)} ms`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString(locale);
}
