import type { AuditEntry } from '@octo/contracts/crm/admin.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Link } from 'react-router';
import { Diff } from '../../parts/diff.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import { Resource } from './audit-columns.tsx';
import classes from './audit-details.module.css';

/** All that is known of one write. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const { resource, actor, trace_id } = entry;
  return (
    <div className={classes.details}>
      <Diff before={entry.old_value} after={entry.new_value} />
      <Facts
        facts={[
          ['To what', resource && <Resource key="resource" name={resource} />],
          [
            'Action',
            <span key="action" className="mono">
              {entry.action}
            </span>,
          ],
          ['When', <Instant key="at" at={entry.created_at} isExact />],
          ['Trace', trace_id && <TraceId key="trace" id={trace_id} length={16} />],
          ['Address', entry.ip_address],
          ['Browser', entry.user_agent],
          [
            'More',
            <span key="more" className={classes.more}>
              {resource && <Link to={narrowedTo('resource', resource)}>All about {resource}</Link>}
              <Link to={narrowedTo('actor', actor)}>All by {actor}</Link>
            </span>,
          ],
        ]}
      />
    </div>
  );
}

function narrowedTo(name: 'resource' | 'actor', value: string): string {
  return `/audit?${new URLSearchParams({ [name]: value })}`;
}
