import type { XrayMovement, XrayRecord } from '@octo/contracts/crm/xray.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { actorWords } from '../parts/actor-words.ts';
import { AuditTimeline } from '../parts/audit/audit-timeline.tsx';
import { deliveryStates } from '../parts/statuses.ts';
import classes from './lines.module.css';
import { SomeOf } from './some-of.tsx';

/** What our own tables hold about the record. */
export function RecordParts({ record }: { record: XrayRecord }) {
  const { kind, deliveries, movements, audit } = record;
  return (
    <>
      {deliveries.length > 0 && <Deliveries deliveries={deliveries} />}
      {movements.length > 0 && <Movements movements={movements} />}
      {audit !== null && audit.length > 0 && (
        <Section title="Audit of the record" aside={<Link to={auditPath(record)}>In the audit</Link>}>
          <AuditTimeline entries={audit} />
        </Section>
      )}
      {audit === null && kind !== 'trace' && (
        <p className="muted">Your role does not include reading the audit of it.</p>
      )}
    </>
  );
}

function auditPath({ audit }: XrayRecord): string {
  const resource = audit?.[0]?.resource;
  return resource ? `/audit?${new URLSearchParams({ resource })}` : '/audit';
}

function Deliveries({ deliveries }: Pick<XrayRecord, 'deliveries'>) {
  return (
    <Section title="Messages">
      <ul className={classes.lines}>
        {deliveries.map(({ event_id, event_type, consumer, state, attempts, received_at, last_error }) => (
          <li key={`${event_id} ${consumer}`}>
            <p>
              <span className="mono">{event_type}</span> <StatusBadge {...deliveryStates[state]} />
            </p>
            <p className={classes.about}>
              <span>to the {consumer === 'crm' ? 'CRM' : consumer}</span>
              <span>{formatQuantity(attempts, 'attempt')}</span>
              {received_at === null ? (
                <span>not taken in yet</span>
              ) : (
                <span>
                  taken in <Instant at={received_at} />
                </span>
              )}
              {last_error !== null && <span>last failure: {last_error}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Movements({ movements }: { movements: readonly XrayMovement[] }) {
  return (
    <Section title="Stock movements">
      <SomeOf items={movements} first={8} noun="movement">
        {(shown) => (
          <ul className={classes.lines}>
            {shown.map(({ id, delta, warehouse_name, reason, actor, created_at }) => (
              <li key={id}>
                <p className={classes.about}>
                  <span className="number">{delta > 0 ? `+${delta}` : `−${-delta}`}</span>
                  <span>{reason}</span>
                  <span>{warehouse_name}</span>
                  <span>{actorWords(actor)}</span>
                  <Instant at={created_at} />
                </p>
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
    </Section>
  );
}
