import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { LogDetails } from './log-details.tsx';
import classes from './log-line.module.css';
import { messageInList } from './log-message.ts';
import { severityOf } from './severities.ts';

interface LogLineProps {
  log: LogRecord;
  /** When, as the list around it tells time. */
  time: ReactNode;
  /** At its end: the span that it was written in, say. */
  aside?: ReactNode;
  /** The one that the others stand around: it is open from the start. */
  isChosen?: boolean;
}

/** A line among others; it opens to all that it says. */
export function LogLine({ log, time, aside, isChosen = false }: LogLineProps) {
  const [isOpen, setOpen] = useState(isChosen);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  return (
    <li className={classes.item} data-chosen={isChosen} aria-current={isChosen ? 'true' : undefined}>
      <div ref={place} className={classes.line}>
        <span className={classes.time}>{time}</span>
        <span>
          <StatusBadge {...severityOf(log.severity)} />
        </span>
        <span className={classes.body}>
          {messageInList(log.body)} <span className="muted">{log.service}</span>
        </span>
        {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label="Details"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </button>
      </div>
      <div id={id}>{isOpen && <LogDetails log={log} />}</div>
    </li>
  );
}
