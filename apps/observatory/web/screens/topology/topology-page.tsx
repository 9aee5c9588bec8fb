import type { getTopology } from '@octo/contracts/observatory-topology.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { listOf } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { WindowSelect } from '../../parts/window-select.tsx';
import { windowIn } from '../../parts/windows.ts';
import { NoServices } from '../services/no-services.tsx';
import { EdgeCard, edgeColumns, kindWords } from './edge-columns.tsx';
import { edgePath } from './edge-path.ts';
import { TopologyPicture } from './topology-picture.tsx';

const everyMs = 10_000;

export function TopologyPage() {
  const { minutes, chooseWindow } = windowIn(useListParams(['minutes']));
  const query = useQuery({
    queryKey: ['topology', minutes],
    queryFn: ({ signal }) => request<typeof getTopology>('GET /api/topology', { query: { minutes }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
  return (
    <>
      <PageHeader
        title="Topology"
        description="Who calls whom, how often, and how it goes; from the spans of both sides."
      />
      <Toolbar>
        <WindowSelect minutes={minutes} onChange={chooseWindow} />
      </Toolbar>
      <Answer query={query} skeleton={<SectionSkeleton title="Topology" lines={8} />}>
        {({ nodes, edges }) => {
          const byId = new Map(nodes.map((node) => [node.id, node]));
          if (edges.length === 0) return <NoServices />;
          return (
            <>
              <TopologyPicture nodes={nodes} edges={edges} minutes={minutes} />
              <DataList
                label="Calls"
                name="topology"
                list={listOf(edges)}
                columns={edgeColumns(byId, minutes)}
                rowKey={({ from, to, kind }) => `${from} ${to} ${kind}`}
                rowPath={(edge) => edgePath(edge, byId, minutes)}
                card={(edge) => <EdgeCard edge={edge} nodes={byId} about={kindWords[edge.kind]} />}
                empty={null}
              />
            </>
          );
        }}
      </Answer>
    </>
  );
}
