import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { assignColours } from '../../parts/service-colours.ts';
import { tracePath } from '../../paths.ts';
import { FoundTraces } from './found-traces.tsx';
import { NoTraces } from './no-traces.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { TraceCard } from './trace-card.tsx';
import { traceColumns } from './trace-columns.tsx';
import { TraceFilters } from './trace-filters.tsx';
import { useTraces } from './use-traces.ts';

export function TraceList() {
  const { params, list } = useTraces();
  const rows = list.rows ?? [];
  const colours = assignColours(rows.flatMap(({ services }) => services));
  const longestMs = Math.max(0, ...rows.map(({ durationMs }) => durationMs));
  return (
    <>
      <PageHeader
        title="Traces"
        description="Every request with all that it set off, newest first."
        actions={<SavedSearches page="traces" values={params.values} />}
      />
      <TraceFilters params={params}>
        <ListNewsButton list={list} noun="trace" />
      </TraceFilters>
      <FoundTraces values={params.values} />
      <DataList
        label="Traces"
        name="traces"
        list={list}
        columns={traceColumns(colours, longestMs)}
        rowKey={({ traceId }) => traceId}
        rowPath={({ traceId }) => tracePath(traceId)}
        card={(trace) => <TraceCard trace={trace} />}
        empty={<NoTraces isNarrowed={params.isNarrowed} onClear={params.clear} />}
      />
    </>
  );
}
