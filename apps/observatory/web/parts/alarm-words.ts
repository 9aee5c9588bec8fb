import type { AlarmEvent, AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { formatCount, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
import type { Statuses } from '@octo/ui/react/statuses.ts';

export const alarmStates: Statuses<AlarmSummary['state']> = {
  firing: { label: 'Firing', tone: 'bad' },
  pending: { label: 'Pending', tone: 'warn' },
  ok: { label: 'OK', tone: 'good' },
  no_data: { label: 'No data', tone: 'quiet' },
};

export const alarmSeverities: Statuses<AlarmSummary['severity']> = {
  page: { label: 'Page', tone: 'bad' },
  ticket: { label: 'Ticket', tone: 'warn' },
  notice: { label: 'Notice', tone: 'info' },
};

export const eventWords: Readonly<Record<AlarmEvent['kind'], string>> = {
  fired: 'fired',
  cleared: 'was cleared',
  acknowledged: 'was acknowledged',
  silenced: 'was silenced',
  unsilenced: 'is no longer silenced',
};

type Figures = Pick<AlarmSummary, 'value' | 'unit' | 'noun'> & { readonly threshold: number | null };

/** How near an alarm is to firing, or how far beyond. */
export function alarmStanding(alarm: Pick<AlarmSummary, 'kind'> & Figures): string {
  const { value, threshold } = alarmFigures(alarm);
  return alarm.kind === 'burn' ? `${value} of its limit` : `${value}, fires above ${threshold}`;
}

/** Both with their unit, and with as many digits as it takes to tell them apart. */
export function alarmFigures({ value, threshold, unit, noun }: Figures): { value: string; threshold: string } {
  const words = (figure: number | null, digits?: number) => (figure === null ? '–' : spell(figure, unit, noun, digits));
  const both = (digits?: number) => ({ value: words(value, digits), threshold: words(threshold, digits) });
  let found = both();
  if (value === threshold) return found;
  for (let digits = 2; found.value === found.threshold && digits <= mostDigits; digits += 1) found = both(digits);
  return found;
}

/** So many tell any two numbers apart. */
const mostDigits = 17;
const locale = 'en-US';
const minuteMs = 60_000;

function spell(value: number, unit: AlarmSummary['unit'], noun: string | null, digits: number | undefined): string {
  switch (unit) {
    case 'percent':
      return digits === undefined ? formatShare(value) : exact(value, digits, { style: 'percent' });
    case 's':
      return digits === undefined ? timeWords(value * 1000) : `${exact(value, digits)} s`;
    case 'ms':
      return digits === undefined ? timeWords(value) : `${exact(value, digits)} ms`;
    default:
      return counted(digits === undefined ? formatCount(Number(value.toFixed(1))) : exact(value, digits), noun);
  }
}

/** Rounded before it is spelt: what comes to `4.00 s` or `60.0 s` reads as what is just that, `4 s` and `1 min`. */
function timeWords(ms: number): string {
  return formatMilliseconds(ms < minuteMs ? Number(ms.toPrecision(3)) : ms);
}

/** By what is read, not by what it was rounded from: `1 message`, `1.01 messages`. */
function counted(figure: string, noun: string | null): string {
  return noun === null ? figure : `${figure} ${figure === '1' ? noun : `${noun}s`}`;
}

function exact(value: number, digits: number, style: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(locale, { ...style, maximumSignificantDigits: digits });
}
