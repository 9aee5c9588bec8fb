import type { getXray, XrayRecord, XrayTrace } from '@octo/contracts/crm/xray.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { chosenTrace } from './chosen-trace.ts';
import { RecordHead } from './record-head.tsx';
import { RecordParts } from './record-parts.tsx';
import { TraceList } from './trace-list.tsx';
import { TraceStory } from './trace-story.tsx';
import type { XrayTarget } from './xray-context.ts';
import classes from './xray-story.module.css';

interface XrayStoryProps {
  target: XrayTarget;
  /** The trace that somebody chose; the one that says most where nobody did. */
  traceId: string | undefined;
  onTrace(traceId: string): void;
  /** Beside the page of the record, or of something that it belongs to. */
  isBeside?: boolean;
}

/** What is known of a record, and what each trace that touched it tells. */
export function XrayStory({ target, traceId, onTrace, isBeside = false }: XrayStoryProps) {
  const query = useQuery({
    queryKey: ['xray', target.kind, String(target.id)],
    queryFn: ({ signal }) =>
      request<typeof getXray>('GET /api/observability/xray/:kind/:id', {
        params: { kind: target.kind, id: String(target.id) },
        signal,
      }),
  });
  return (
    <Answer query={query} skeleton={<StorySkeleton />}>
      {(record) => (
        <div className={classes.story}>
          <RecordHead record={record} traceId={traceId} isBeside={isBeside} />
          <Known record={record} trace={chosenTrace(record, traceId)} onTrace={onTrace} />
        </div>
      )}
    </Answer>
  );
}

interface KnownProps {
  record: XrayRecord;
  trace: XrayTrace | undefined;
  onTrace(traceId: string): void;
}

function Known({ record, trace, onTrace }: KnownProps) {
  const { kind, traces, untraced } = record;
  return (
    <>
      {kind !== 'trace' && (
        <TraceList traces={traces} untraced={untraced} chosen={trace?.trace_id} onChoose={onTrace} />
      )}
      {trace && <TraceStory key={trace.trace_id} traceId={trace.trace_id} firstAt={trace.first_at} />}
      <RecordParts record={record} />
    </>
  );
}

function StorySkeleton() {
  return (
    <div className={classes.story}>
      <SectionSkeleton title="Record" lines={3} />
      <SectionSkeleton title="Traces" lines={3} />
      <SectionSkeleton title="Trace" lines={8} />
    </div>
  );
}
