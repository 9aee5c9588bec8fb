import { Answer } from '@octo/ui/react/answer.tsx';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useOverview } from '../../api/use-overview.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { BusinessSection } from './business-section.tsx';
import { CostSection } from './cost-section.tsx';
import { FiringSection } from './firing-section.tsx';
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
        {({ firing, pending, alarms, services, slos, business, cost, windowMinutes }) => (
          <div className={classes.parts}>
            <FiringSection firing={firing} pending={pending} alarms={alarms} />
            <div className={classes.wide}>
              <ServicesSection services={services} minutes={windowMinutes} />
            </div>
            <ObjectivesSection slos={slos} />
            <BusinessSection business={business} minutes={windowMinutes} />
            <div className={classes.wide}>
              <CostSection cost={cost} />
            </div>
          </div>
        )}
      </Answer>
    </>
  );
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
