import type { CrmView, getCrmView } from '@octo/contracts/crm/three-sixty.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { NotForYou } from '../../parts/not-for-you.tsx';
import { useCan } from '../../session/session.ts';
import { AppSection } from './app-section.tsx';
import { CorrelationSection } from './correlation-section.tsx';
import { DatabaseSection } from './database-section.tsx';
import { NeighboursSection } from './neighbours-section.tsx';
import classes from './observability.module.css';
import { OrderSyncSection } from './order-sync-section.tsx';
import { PillarsSection } from './pillars-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { ShopSections } from './shop-sections.tsx';

const lookEveryMs = 10_000;

/** The CRM as it sees itself, and the shop with it: how they are observed, and how they do. */
export function ObservabilityPage() {
  const may = useCan()('observability.read');
  return (
    <>
      <PageHeader title="360" description="How CRM and shop are observed, and how they do, by their own account." />
      {may ? <View /> : <NotForYou what="the 360 view" />}
    </>
  );
}

function View() {
  const query = useQuery({
    queryKey: ['observability', '360'],
    queryFn: ({ signal }) => request<typeof getCrmView>('GET /api/observability/360', { signal }),
    refetchInterval: lookEveryMs,
  });
  return (
    <Answer query={query} skeleton={<ViewSkeleton />}>
      {(view) => <Seen view={view} />}
    </Answer>
  );
}

function Seen({ view }: { view: CrmView }) {
  return (
    <div className={classes.parts}>
      <PillarsSection title="Pillars of the CRM" pillars={view.pillars} />
      <AppSection health={view.app_health} />
      <div className={classes.beside}>
        <OrderSyncSection sync={view.order_sync} />
        <DatabaseSection title="Database of the CRM" health={view.db_health} />
        <NeighboursSection title="Integrations of the CRM" view={view} />
        <SecuritySection security={view.security} />
      </div>
      <ShopSections shop={view.shop} />
      <CorrelationSection view={view} />
    </div>
  );
}

function ViewSkeleton() {
  return (
    <div className={classes.parts}>
      <SectionSkeleton title="Pillars of the CRM" lines={4} />
      <SectionSkeleton title="Business" lines={2} />
      <div className={classes.beside}>
        <SectionSkeleton title="Order sync" lines={4} />
        <SectionSkeleton title="Database of the CRM" lines={4} />
      </div>
    </div>
  );
}
