import { formatCount } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Link } from 'react-router';
import { useStatus } from '../api/use-status.ts';
import classes from './status-line.module.css';

/** Below the places: how much is kept, and whether somebody should look. */
export function StatusLine() {
  const { data: status } = useStatus();
  if (!status) return null;
  const needsLook = status.notes.length > 0 || status.refused > 0;
  return (
    <Link to="/status" className={classes.line} data-tone={needsLook ? 'warn' : undefined}>
      {needsLook && <Icon name="warning" size={16} />}
      <span>
        {formatCount(status.spans)} spans kept
        {status.refused > 0 && <span className={classes.refused}>{formatCount(status.refused)} refused</span>}
      </span>
    </Link>
  );
}
