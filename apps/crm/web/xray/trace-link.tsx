import { Icon } from '@octo/ui/react/icon.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { tracePage } from '../parts/trace-page.ts';
import { useSession } from '../session/session.ts';
import classes from './trace-link.module.css';

/** The whole of a trace where it is shown at length; its id to copy where that is nowhere. */
export function TraceLink({ traceId }: { traceId: string }) {
  const session = useSession();
  const page = tracePage(session, traceId);
  return (
    <span className={classes.link}>
      <ShortId id={traceId} label="trace id" length={12} />
      {page !== undefined && (
        <a href={page} target="_blank" rel="noopener">
          {session.observatory_url === undefined ? 'Open in OCI APM' : 'Open in the observatory'}
          <Icon name="external" size={14} />
          <span className="visually-hidden"> in a new tab</span>
        </a>
      )}
    </span>
  );
}
