import type { DatabaseHealth } from '@octo/contracts/observability.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { databaseStates } from './states.ts';

const tagging: Readonly<Record<DatabaseHealth['session_tagging'], string>> = {
  session: 'Service, action and trace stand in the session',
  application_name: 'The service stands in the session, the trace is joined by its process id',
};
const enrichment: Readonly<Record<DatabaseHealth['sql_id_enrichment'], string>> = {
  working: 'On every statement',
  missing: 'Missing: statements make no spans',
  unchecked: 'Not checked yet',
};

/** How a service stands with its database. */
export function DatabaseSection({ title, health }: { title: string; health: DatabaseHealth }) {
  const { status, latency_ms, target, pools, session_tagging, sql_id_enrichment } = health;
  return (
    <Section title={title} aside={<StatusBadge {...databaseStates[status]} />}>
      <Facts
        facts={[
          ['Engine', target === 'oracle' ? 'Oracle' : 'PostgreSQL'],
          ['Answers in', latency_ms === null ? null : formatMilliseconds(latency_ms)],
          ...pools.map(({ name, used, idle, max, waiting }) => {
            return [`Pool ${name}`, `${used} in use, ${idle} idle, of ${max}; ${waiting} wait`] as const;
          }),
          ['Sessions', tagging[session_tagging]],
          ['SQL_ID', enrichment[sql_id_enrichment]],
        ]}
      />
    </Section>
  );
}
