import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { FilterText } from '@octo/ui/react/filter-text.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ServiceFilter } from '../../parts/service-filter.tsx';
import { spanStatuses } from '../../parts/span-statuses.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { windowOf } from '../../parts/windows.ts';
import { asTraceId, tracePath } from '../../paths.ts';
import type { TraceParams } from './use-traces.ts';

const statusOptions = [
  { value: 'error', label: 'With an error' },
  { value: 'ok', label: 'Said to be OK' },
] as const;

interface TraceFiltersProps {
  params: TraceParams;
  children: ReactNode;
}

export function TraceFilters({ params: { values, set }, children }: TraceFiltersProps) {
  const navigate = useNavigate();
  const search = (text: string | undefined) => {
    const traceId = asTraceId(text ?? '');
    if (traceId === undefined) set('q', text);
    else void navigate(tracePath(traceId));
  };
  const minutes = windowOf(values.minutes);
  return (
    <Toolbar>
      <SearchBox
        label="Search traces"
        placeholder="Trace id, attribute=value (several too), or a span name"
        value={values.q}
        onChange={search}
      />
      <ServiceFilter value={values.service} onChange={(value) => set('service', value)} />
      <FilterText label="Route" placeholder="/route/:id" value={values.route} onChange={(text) => set('route', text)} />
      <FilterText
        label="Workflow"
        placeholder="Workflow"
        value={values.workflow}
        onChange={(text) => set('workflow', text)}
      />
      {values.alongside !== undefined && (
        <ServiceFilter
          label="Together with"
          anyLabel="With or without others"
          value={values.alongside}
          onChange={(value) => set('alongside', value)}
        />
      )}
      <FilterSelect
        label="Status"
        anyLabel="Any status"
        options={statusOptions}
        value={statusOptions.find(({ value }) => value === oneOfThese(spanStatuses, values.status))?.value}
        onChange={(value) => set('status', value)}
      />
      <FilterText
        label="At least, ms"
        placeholder="At least … ms"
        value={values.min}
        onChange={(text) => set('min', text)}
      />
      <FilterText
        label="At most, ms"
        placeholder="At most … ms"
        value={values.max}
        onChange={(text) => set('max', text)}
      />
      <WindowSelect
        minutes={minutes}
        anyLabel="Any time"
        onChange={(chosen) => set('minutes', chosen === undefined ? undefined : String(chosen))}
      />
      {children}
    </Toolbar>
  );
}
