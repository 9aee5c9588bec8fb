import type { AuditEntry } from '@octo/contracts/crm/admin.ts';
import { actorWords } from '../actor-words.ts';
import { Diff } from '../diff.tsx';
import { Timeline } from '../timeline.tsx';
import { wordsOf } from './audit-actions.ts';

interface AuditTimelineProps {
  entries: readonly AuditEntry[];
  /** What recorded fields are called on the page. */
  labels?: Readonly<Record<string, string>>;
}

/** What was done, old → new, by whom and in which trace. */
export function AuditTimeline({ entries, labels = {} }: AuditTimelineProps) {
  return (
    <Timeline
      entries={entries.map((entry) => ({
        id: entry.id,
        at: entry.created_at,
        title: wordsOf(entry.action),
        actor: actorWords(entry.actor),
        detail: <Diff before={entry.old_value} after={entry.new_value} labels={labels} />,
        traceId: entry.trace_id,
      }))}
    />
  );
}
