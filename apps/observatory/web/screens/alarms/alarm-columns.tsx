import type { AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { alarmFigures, alarmSeverities, alarmStanding, alarmStates } from '../../parts/alarm-words.ts';
import classes from './alarm-columns.module.css';

export const alarmColumns: Column<AlarmSummary>[] = [
  { key: 'title', title: 'Alarm', cell: ({ title }) => title },
  { key: 'state', title: 'State', cell: (alarm) => <State of={alarm} />, isShort: true },
  { key: 'severity', title: 'Severity', cell: ({ severity }) => alarmSeverities[severity].label, isShort: true },
  { key: 'subject', title: 'About', cell: ({ subject }) => subject, leaveOut: 2, isShort: true },
  { key: 'value', title: 'Value', align: 'end', cell: (alarm) => alarmFigures(alarm).value, isShort: true },
  {
    key: 'threshold',
    title: 'Fires above',
    align: 'end',
    cell: (alarm) => alarmFigures(alarm).threshold,
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
  return (
    <span className={classes.card}>
      <strong>{alarm.title}</strong>
      <span className={classes.line}>
        <State of={alarm} />
        <span className="number">{alarmStanding(alarm)}</span>
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
