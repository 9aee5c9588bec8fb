import type { getSync } from '@octo/contracts/crm/sync.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { AuditTimeline } from '../../parts/audit/audit-timeline.tsx';
import { Deliveries } from './deliveries.tsx';
import { QueueFigures, queueTitles } from './queue-figures.tsx';
import classes from './sync-page.module.css';

const lookEveryMs = 3_000;

export function SyncPage() {
  const query = useQuery({
    queryKey: ['sync', 'queues'],
    queryFn: ({ signal }) => request<typeof getSync>('GET /api/sync', { signal }),
    refetchInterval: lookEveryMs,
  });
  return (
    <>
      <PageHeader title="Sync" description="Messages between shop and CRM: which are stuck, how many wait, how long." />
      <div className={classes.queues}>
        <Answer query={query} skeleton={<QueueSkeletons />}>
          {({ queues }) => queues.map((queue) => <QueueFigures key={queue.consumer} queue={queue} />)}
        </Answer>
      </div>
      <Deliveries />
      {query.data && (
        <Section title="What operators did about it">
          {query.data.audit.length === 0 ? (
            <p className="muted">Nobody sent a message again or discarded one yet.</p>
          ) : (
            <AuditTimeline entries={query.data.audit} />
          )}
        </Section>
      )}
    </>
  );
}

function QueueSkeletons() {
  return (
    <div className={classes.queues}>
      <SectionSkeleton title={queueTitles.crm} lines={2} />
      <SectionSkeleton title={queueTitles.shop} lines={2} />
    </div>
  );
}
