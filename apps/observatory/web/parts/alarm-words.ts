import type { AlarmEvent, AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { formatCount, formatDuration, formatMilliseconds, formatShare } from '@octo/ui/format.ts';
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

type AlarmUnit = AlarmSummary['unit'];

/** How near an alarm is to firing, or how far beyond. */
export function alarmStanding({
  kind,
  value,
  threshold,
  unit,
}: Pick<AlarmSummary, 'kind' | 'value' | 'threshold' | 'unit'>) {
  if (kind === 'burn') return `${alarmValue(value, unit)} of its limit`;
  return `${alarmValue(value, unit)}, fires above ${alarmValue(threshold, unit)}`;
}

/** A value of an alarm with its unit. */
export function alarmValue(value: number | null, unit: AlarmUnit): string {
  if (value === null) return '–';
  switch (unit) {
    case 'percent':
      return formatShare(value);
    case 's':
      return value < 60 ? formatMilliseconds(value * 1000) : formatDuration(value);
    case 'ms':
      return formatMilliseconds(value);
    default:
      return formatCount(Number(value.toFixed(1)));
  }
}
