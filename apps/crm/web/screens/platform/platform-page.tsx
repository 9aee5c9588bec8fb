import type { getWorkflowOverview } from '@octo/contracts/workflows.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Components } from './components.tsx';
import { GatewaySection } from './gateway-section.tsx';
import { Overview } from './overview.tsx';
import classes from './platform.module.css';
import { ShopViewSection } from './shop-view-section.tsx';
import { SweepNow } from './sweep-now.tsx';
import { Sweeps } from './sweeps.tsx';

const lookEveryMs = 10_000;

/** How the parts of the platform do, by what the sweeps of the workflow gateway measured. */
export function PlatformPage() {
  const query = useQuery({
    queryKey: ['platform', 'overview'],
    queryFn: ({ signal }) => request<typeof getWorkflowOverview>('GET /api/workflows/overview', { signal }),
    refetchInterval: lookEveryMs,
  });
  return (
    <>
      <PageHeader
        title="Platform"
        description="How each part does, measured by the sweeps of the workflow gateway."
        actions={<SweepNow />}
      />
      <Answer query={query} skeleton={<PlatformSkeleton />}>
        {(overview) => (
          <div className={classes.parts}>
            <Overview overview={overview} />
            <Components components={overview.components} />
            <div className={classes.beside}>
              <GatewaySection overview={overview} />
              <ShopViewSection />
            </div>
          </div>
        )}
      </Answer>
      <Sweeps />
    </>
  );
}

function PlatformSkeleton() {
  return (
    <div className={classes.parts}>
      <SectionSkeleton title="Business" lines={2} />
      <SectionSkeleton title="Components" lines={5} />
      <SectionSkeleton title="Workflow gateway" lines={4} />
    </div>
  );
}
