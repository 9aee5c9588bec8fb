import type { AlarmEvent } from '@octo/contracts/observatory-alarms.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Link } from 'react-router';
import { alarmPath, tracePath } from '../paths.ts';
import { alarmFigures, eventWords } from './alarm-words.ts';
import classes from './event-list.module.css';

interface EventListProps {
  events: readonly AlarmEvent[];
  /** Whether each says which alarm it is of. */
  isNamed?: boolean;
  /** What stands here when there is none. */
  empty: string;
}

/** What alarms did, and what people did with them. */
export function EventList({ events, isNamed = false, empty }: EventListProps) {
  if (events.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ol className={classes.events}>
      {events.map((event) => (
        <li key={event.id} data-kind={event.kind}>
          <span className={classes.when}>
            <Instant at={event.at} />
          </span>
          <span className={classes.what}>
            {isNamed ? <Link to={alarmPath(event.alarmId)}>{event.title}</Link> : 'It'} {eventWords[event.kind]}
            {event.kind === 'fired' && event.value !== null && ` at ${alarmFigures(event).value}`}
            {event.who !== null && ` by ${event.who}`}
            {event.note !== null && <q className={classes.note}>{event.note}</q>}
          </span>
          {event.kind === 'fired' && event.traceId !== null && <Link to={tracePath(event.traceId)}>Example trace</Link>}
        </li>
      ))}
    </ol>
  );
}
