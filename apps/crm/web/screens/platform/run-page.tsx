import type { getWorkflowRun } from '@octo/contracts/workflows.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { requireId } from '../../api/require-id.ts';
import { workflowStatuses } from '../../parts/statuses.ts';
import { RunDetail } from './run-detail.tsx';

const lookEveryMs = 2_000;

/** One sweep with everything that it made. */
export function RunPage() {
  const runId = Number(useParams().id);
  const query = useQuery({
    queryKey: ['platform', 'run', runId],
    queryFn: ({ signal }) => {
      requireId(runId, 'sweep');
      return request<typeof getWorkflowRun>('GET /api/workflows/runs/:run_id', { params: { run_id: runId }, signal });
    },
    refetchInterval: ({ state }) => state.data?.status === 'running' && lookEveryMs,
  });
  return (
    <>
      <PageHeader
        title={Number.isNaN(runId) ? 'Sweep' : `Sweep ${runId}`}
        back={{ to: '/platform', label: 'Platform' }}
        badge={query.data && <StatusBadge {...workflowStatuses[query.data.status]} />}
      />
      <Answer query={query} skeleton={<SectionSkeleton title="What it found" lines={5} />}>
        {(run) => <RunDetail run={run} />}
      </Answer>
    </>
  );
}
