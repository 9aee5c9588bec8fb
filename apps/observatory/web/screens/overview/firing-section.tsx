import type { AlarmSummary } from '@octo/contracts/observatory-alarms.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { alarmSeverities, alarmStanding } from '../../parts/alarm-words.ts';
import { alarmPath, tracePath } from '../../paths.ts';
import classes from './firing-section.module.css';

interface FiringSectionProps {
  firing: readonly AlarmSummary[];
  pending: number;
  alarms: number;
}

/** What fires now, or in one line that nothing does. */
export function FiringSection({ firing, pending, alarms }: FiringSectionProps) {
  if (firing.length === 0) return <Calm pending={pending} alarms={alarms} />;
  return (
    <section className={`notice notice-bad ${classes.firing}`} aria-label="Firing alarms">
      <h2 className="notice-title">{formatQuantity(firing.length, 'alarm')} firing</h2>
      <ul className={classes.list}>
        {firing.map((alarm) => (
          <FiringAlarm key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  );
}

function FiringAlarm({ alarm }: { alarm: AlarmSummary }) {
  const { id, title, severity, since, traceId, acknowledged, silence } = alarm;
  return (
    <li className={classes.alarm}>
      <StatusBadge {...alarmSeverities[severity]} />
      <Link to={alarmPath(id)} className={classes.title}>
        {title}
      </Link>
      <span className={classes.facts}>
        {since !== null && (
          <span>
            since <Instant at={since} />
          </span>
        )}
        <span className="number">{alarmStanding(alarm)}</span>
        {acknowledged && <span>seen by {acknowledged.who}</span>}
        {silence && <span>silenced</span>}
        {traceId !== null && <Link to={tracePath(traceId)}>Example trace</Link>}
      </span>
    </li>
  );
}

function Calm({ pending, alarms }: Omit<FiringSectionProps, 'firing'>) {
  return (
    <p className={classes.calm} data-tone={pending > 0 ? 'warn' : 'good'}>
      <Icon name={pending > 0 ? 'clock' : 'check'} />
      <span>
        {pending > 0 ? `${formatQuantity(pending, 'alarm')} about to fire.` : 'No alarm is firing.'}{' '}
        <Link to="/alarms">All {formatQuantity(alarms, 'alarm')}</Link>
      </span>
    </p>
  );
}
