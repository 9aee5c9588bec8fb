import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { WatchedDatabase } from '../../parts/database-state.tsx';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { ActivitySection } from './activity-section.tsx';
import { ChangeSection } from './change-section.tsx';
import { SizeSection } from './size-section.tsx';
import classes from './sql-page.module.css';
import { StatementSection } from './statement-section.tsx';

/** What the database does, and what for. */
export function SqlPage() {
  const params = useListParams(['minutes', 'sort_by']);
  const { minutes, chooseWindow } = windowIn(params, usualHour);
  return (
    <>
      <PageHeader
        title="SQL"
        description="What the database works on, which statements cost the most, and what has changed."
        actions={<WindowSelect minutes={minutes} onChange={chooseWindow} />}
      />
      <WatchedDatabase skeleton={<Skeleton />}>
        {() => (
          <div className={classes.sections}>
            <ActivitySection minutes={minutes} />
            <StatementSection params={params} minutes={minutes} />
            <ChangeSection minutes={minutes} />
            <SizeSection />
          </div>
        )}
      </WatchedDatabase>
    </>
  );
}

function Skeleton() {
  return (
    <div className={classes.sections}>
      <SectionSkeleton title="Activity" lines={8} />
      <SectionSkeleton title="Costliest statements" lines={10} />
    </div>
  );
}
