import type { getOverview, OverviewBusiness } from '@octo/contracts/observatory-overview.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useOverview } from '../../api/use-overview.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { BusinessSection } from './business-section.tsx';
import { CostSection } from './cost-section.tsx';
import { FiringSection } from './firing-section.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ObjectivesSection } from './objectives-section.tsx';
import classes from './overview-page.module.css';
import { ServicesSection } from './services-section.tsx';

/** One glance: what fires, how the services do, what is promised, what the business does, and what observing costs. */
export function OverviewPage() {
  const { minutes, chooseWindow } = windowIn(useListParams(['minutes']), usualHour);
  return (
    <>
      <PageHeader
        title="Overview"
        description="What needs somebody now, and how everything else is."
        actions={<WindowSelect minutes={minutes} onChange={chooseWindow} />}
      />
      <Answer query={useOverview(minutes)} skeleton={<OverviewSkeleton />}>
        {(overview) => <OverviewParts overview={overview} />}
      </Answer>
    </>
  );
}

function OverviewParts({ overview }: { overview: AnswerOf<typeof getOverview> }) {
  const { firing, pending, alarms, services, slos, business, cost, pages, windowMinutes } = overview;
  const isSelling = hasFigures(business);
  return (
    <div className={classes.parts}>
      <FiringSection firing={firing} pending={pending} alarms={alarms} />
      {!isSelling && (
        <div className={classes.wide}>
          <FirstSteps pages={pages} />
        </div>
      )}
      <div className={classes.wide}>
        <ServicesSection services={services} minutes={windowMinutes} />
      </div>
      <div className={isSelling ? classes.half : classes.wide}>
        <ObjectivesSection slos={slos} />
      </div>
      {isSelling && <BusinessSection business={business} minutes={windowMinutes} />}
      <div className={classes.wide}>
        <CostSection cost={cost} />
      </div>
    </div>
  );
}

/** Whether the shop has counted anything since it was started. */
function hasFigures({ orders, failedOrders, declinedCheckouts }: OverviewBusiness): boolean {
  return [orders, failedOrders, declinedCheckouts].some((count) => count !== null);
}

function OverviewSkeleton() {
  return (
    <div className={classes.parts}>
      <div className={classes.wide}>
        <SectionSkeleton title="Services" lines={4} />
      </div>
      <SectionSkeleton title="Objectives" lines={8} />
      <SectionSkeleton title="Business" lines={8} />
    </div>
  );
}
