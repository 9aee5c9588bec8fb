import type { getDashboard } from '@octo/contracts/crm/dashboard.ts';
import { formatCount } from '@octo/ui/format.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQuery } from '@tanstack/react-query';
import { orderStatuses } from '../../parts/statuses.ts';
import classes from './attention-filters.module.css';

interface AttentionFiltersProps {
  status: string | undefined;
  onChange(status: string | undefined): void;
}

const refreshMs = 30_000;

/** The orders that wait for somebody, one touch away, with how many there are. */
export function AttentionFilters({ status, onChange }: AttentionFiltersProps) {
  const { data } = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => request<typeof getDashboard>('GET /api/dashboard/summary', { signal }),
    refetchInterval: refreshMs,
  });
  const matters = [
    { name: 'placed', count: data?.attention.orders_waiting },
    { name: 'on_hold', count: data?.attention.orders_on_hold },
  ] as const;
  return (
    <fieldset className={classes.filters}>
      <legend className="visually-hidden">Needs attention</legend>
      {matters.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          className={classes.filter}
          aria-pressed={status === name}
          onClick={() => onChange(status === name ? undefined : name)}
        >
          {orderStatuses[name].label}
          <span className={classes.count} data-due={count !== undefined && count > 0}>
            {count === undefined ? ' ' : formatCount(count)}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
