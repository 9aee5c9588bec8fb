import type { getDashboard, Dashboard as Summary } from '@octo/contracts/crm/dashboard.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { useQuery } from '@tanstack/react-query';
import { Attention } from './attention.tsx';
import classes from './dashboard.module.css';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { DaySection } from './day-section.tsx';
import { LowStockSection } from './low-stock-section.tsx';
import { RecentOrders } from './recent-orders.tsx';
import { TotalsSection } from './totals-section.tsx';

const refreshMs = 30_000;

/** What needs somebody now, then how the day goes. */
export function Dashboard() {
  const query = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => request<typeof getDashboard>('GET /api/dashboard/summary', { signal }),
    refetchInterval: refreshMs,
  });
  return (
    <>
      <PageHeader title="Dashboard" description={<Freshness updatedAtMs={query.dataUpdatedAt} />} />
      <Answer query={query} skeleton={<DashboardSkeleton />}>
        {(summary) => <Overview summary={summary} />}
      </Answer>
    </>
  );
}

function Overview({ summary }: { summary: Summary }) {
  return (
    <div className={classes.overview}>
      <Attention attention={summary.attention} />
      <DaySection day={summary.day} />
      <div className={classes.beside}>
        <LowStockSection attention={summary.attention} />
        <TotalsSection summary={summary} />
      </div>
      <RecentOrders orders={summary.recent_orders} />
    </div>
  );
}

function Freshness({ updatedAtMs }: { updatedAtMs: number }) {
  if (updatedAtMs === 0) return 'What needs attention, and the last 24 hours';
  return (
    <>
      Updated <Instant at={new Date(updatedAtMs).toISOString()} />
    </>
  );
}
