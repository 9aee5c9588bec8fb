import type { AuditEntry } from '@octo/contracts/crm/admin.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { Link } from 'react-router';
import { actorWords } from '../../parts/actor-words.ts';
import { wordsOf } from '../../parts/audit/audit-actions.ts';
import { pathOf } from '../../parts/audit/audit-paths.ts';
import { ChangeLine } from '../../parts/audit/change-line.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import { useCan } from '../../session/session.ts';

export const auditColumns: Column<AuditEntry>[] = [
  { key: 'action', title: 'What', cell: ({ action }) => wordsOf(action), isShort: true },
  { key: 'resource', title: 'To what', cell: ({ resource }) => <Resource name={resource} /> },
  {
    key: 'change',
    title: 'Change',
    cell: ({ old_value, new_value }) => <ChangeLine before={old_value} after={new_value} />,
    leaveOut: 2,
  },
  { key: 'actor', title: 'Who', cell: ({ actor }) => actorWords(actor) },
  { key: 'at', title: 'When', cell: ({ created_at }) => <Instant at={created_at} />, isShort: true },
  {
    key: 'trace',
    title: 'Trace',
    cell: ({ trace_id }) => trace_id && <TraceId id={trace_id} />,
    leaveOut: 1,
    isShort: true,
  },
];

export function AuditCard({ entry }: { entry: AuditEntry }) {
  return (
    <CardLines
      title={wordsOf(entry.action)}
      value={<span className="mono">{entry.resource}</span>}
      about={[actorWords(entry.actor), <Instant key="at" at={entry.created_at} />]}
    />
  );
}

/** What it was done to, as a way there. */
export function Resource({ name }: { name: string | null }) {
  const path = pathOf(name ?? '', useCan());
  if (path === undefined) return <span className="mono">{name}</span>;
  return (
    <Link className="mono" to={path}>
      {name}
    </Link>
  );
}
