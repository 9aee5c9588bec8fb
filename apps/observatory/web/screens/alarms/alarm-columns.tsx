import type { AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { alarmSeverities, alarmStates, alarmValue } from '../../parts/alarm-words.ts';
import classes from './alarm-columns.module.css';

export const alarmColumns: Column<AlarmSummary>[] = [
  { key: 'title', title: 'Alarm', cell: ({ title }) => title },
  { key: 'state', title: 'State', cell: (alarm) => <State of={alarm} />, isShort: true },
  { key: 'severity', title: 'Severity', cell: ({ severity }) => alarmSeverities[severity].label, isShort: true },
  { key: 'subject', title: 'About', cell: ({ subject }) => subject, leaveOut: 2, isShort: true },
  { key: 'value', title: 'Value', align: 'end', cell: ({ value, unit }) => alarmValue(value, unit), isShort: true },
  {
    key: 'threshold',
    title: 'Fires above',
    align: 'end',
    cell: ({ threshold, unit }) => alarmValue(threshold, unit),
    leaveOut: 1,
    isShort: true,
  },
  {
    key: 'since',
    title: 'Since',
    cell: ({ since }) => (since === null ? '–' : <Instant at={since} />),
    leaveOut: 1,
    isShort: true,
  },
];

export function AlarmCard({ alarm }: { alarm: AlarmSummary }) {
  const { title, value, unit, threshold } = alarm;
  return (
    <span className={classes.card}>
      <strong>{title}</strong>
      <span className={classes.line}>
        <State of={alarm} />
        <span className="number">
          {alarmValue(value, unit)} of {alarmValue(threshold, unit)}
        </span>
      </span>
    </span>
  );
}

function State({ of: { state, acknowledged, silence } }: { of: AlarmSummary }) {
  return (
    <span className={classes.state}>
      <StatusBadge {...alarmStates[state]} />
      {acknowledged && <span className="badge">Seen</span>}
      {silence && <span className="badge">Silenced</span>}
    </span>
  );
}
