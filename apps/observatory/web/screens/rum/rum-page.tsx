import { Answer } from '@octo/ui/react/answer.tsx';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useBrowserOverview } from '../../api/use-browser.ts';
import { NameFilter } from '../../parts/name-filter.tsx';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { NoVisits } from './no-visits.tsx';
import { PageSection } from './page-section.tsx';
import classes from './rum-page.module.css';
import { SessionSection } from './session-section.tsx';
import { VisitChart } from './visit-chart.tsx';
import { VitalSection } from './vital-section.tsx';

/** What people met in front of the pages: how fast, how often, with which errors. */
export function RumPage() {
  const params = useListParams(['minutes', 'app', 'page', 'visits', 'error']);
  const { values, set } = params;
  const { minutes, chooseWindow } = windowIn(params, usualHour);
  const query = useBrowserOverview(minutes, values.app);
  return (
    <>
      <PageHeader
        title="Real users"
        description="What people met in front of the pages, as their browsers tell it. Anybody can make that up, so no service is judged by it."
      />
      <Toolbar>
        <NameFilter
          label="Application"
          anyLabel="Any application"
          known={query.data?.apps ?? []}
          value={values.app}
          onChange={(app) => set('app', app)}
        />
        <WindowSelect minutes={minutes} onChange={chooseWindow} />
      </Toolbar>
      <Answer query={query} skeleton={<Skeleton />}>
        {(overview) =>
          overview.views === 0 && overview.sessions === 0 ? (
            <NoVisits />
          ) : (
            <div className={classes.sections}>
              <VitalSection vitals={overview.vitals} />
              <VisitChart overview={overview} minutes={minutes} app={values.app} />
              <PageSection pages={overview.pages} minutes={minutes} />
              <SessionSection params={params} minutes={minutes} pages={overview.pages} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

function Skeleton() {
  return (
    <div className={classes.sections}>
      <SectionSkeleton title="Web vitals" lines={5} />
      <SectionSkeleton title="Pages" lines={6} />
      <SectionSkeleton title="Visits" lines={6} />
    </div>
  );
}
