import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { Navigate, useParams } from 'react-router';
import { useStatementOf, useStatementRuns } from '../../api/use-database.ts';
import { PageAnswer } from '../../parts/page-answer.tsx';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn, windowOf } from '../../parts/windows.ts';
import { statementPath } from '../../paths.ts';
import { CallerSection } from './caller-section.tsx';
import { RunSection } from './run-section.tsx';
import classes from './statement-page.module.css';
import { allStatements, backToSql } from './statement-page.tsx';

/** From what the spans call a statement to the statement of the database; what the spans say alone, where it is not known. */
export function SqlIdPage() {
  const { sqlId = '' } = useParams();
  const params = useListParams(['minutes']);
  const { minutes, chooseWindow } = windowIn(params, usualHour);
  const query = useStatementOf(sqlId);
  const status = query.error ? asApiProblem(query.error).status : undefined;
  if (status === 404)
    return (
      <>
        <PageHeader
          title={`Statement ${sqlId}`}
          back={backToSql}
          description="The database has not told of it: it is not watched, it ran less than a minute ago, or it cost less than others."
          actions={<WindowSelect minutes={minutes} onChange={chooseWindow} />}
        />
        <SpansAlone sqlId={sqlId} minutes={minutes} />
      </>
    );
  return (
    <PageAnswer query={query} skeleton={<Skeleton />} wayOut={allStatements}>
      {({ statementId }) => <Navigate to={statementPath(statementId, windowOf(params.values.minutes))} replace />}
    </PageAnswer>
  );
}

function SpansAlone({ sqlId, minutes }: { sqlId: string; minutes: number }) {
  const runs = useStatementRuns(sqlId, minutes);
  return (
    <div className={classes.parts}>
      <CallerSection query={runs} minutes={minutes} />
      <RunSection query={runs} minutes={minutes} />
    </div>
  );
}

function Skeleton() {
  return (
    <>
      <PageHeader title="Statement" back={backToSql} />
      <SectionSkeleton title="Text" lines={8} />
    </>
  );
}
