import type { getStatement } from '@octo/contracts/insight-statements.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useParams } from 'react-router';
import { useActivity, useStatement, useStatementRuns } from '../../api/use-database.ts';
import { ActivityChart } from '../../parts/activity-chart.tsx';
import { PageAnswer } from '../../parts/page-answer.tsx';
import { statementTitle } from '../../parts/statement-text.ts';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { CallerSection } from './caller-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { RunSection } from './run-section.tsx';
import { StatementCharts } from './statement-charts.tsx';
import { StatementFacts } from './statement-facts.tsx';
import classes from './statement-page.module.css';

export const backToSql = { to: '/sql', label: 'SQL' };
export const allStatements = { to: '/sql', label: 'All statements' };

/** One statement: what it costs, how it is done, and what it is done for. */
export function StatementPage() {
  const { statementId = '' } = useParams();
  const { minutes, chooseWindow } = windowIn(useListParams(['minutes']), usualHour);
  const query = useStatement(statementId, minutes);
  return (
    <PageAnswer query={query} skeleton={<StatementSkeleton />} wayOut={allStatements}>
      {(history) => (
        <>
          <PageHeader
            title={statementTitle(history.statement.text)}
            back={backToSql}
            actions={<WindowSelect minutes={minutes} onChange={chooseWindow} />}
          />
          <StatementParts history={history} minutes={minutes} />
        </>
      )}
    </PageAnswer>
  );
}

interface StatementPartsProps {
  history: AnswerOf<typeof getStatement>;
  minutes: number;
}

function StatementParts({ history, minutes }: StatementPartsProps) {
  const { sqlId, statementId } = history.statement;
  const runs = useStatementRuns(sqlId, minutes);
  return (
    <div className={classes.parts}>
      <div className={classes.wide}>
        <StatementFacts history={history} runs={runs.data} minutes={minutes} />
      </div>
      <div className={classes.wide}>
        <StatementCharts history={history} runs={runs.data} minutes={minutes} />
      </div>
      <div className={classes.stack}>
        {sqlId === null ? <Unlinked /> : <CallerSection query={runs} minutes={minutes} />}
        <WaitSection statementId={statementId} minutes={minutes} />
      </div>
      <div className={classes.stack}>{sqlId !== null && <RunSection query={runs} minutes={minutes} />}</div>
      <div className={classes.wide}>
        <PlanSection statementId={statementId} plans={history.plans} />
      </div>
    </div>
  );
}

/** The database keeps one text for several that differ in their constants. */
function Unlinked() {
  return (
    <Section title="Where it comes from">
      <p className="muted">
        Its text as it was sent is not known, so its spans cannot be found. It becomes known when it is seen at work, or
        when a span tells of this very text.
      </p>
    </Section>
  );
}

function WaitSection({ statementId, minutes }: { statementId: string; minutes: number }) {
  return (
    <Answer query={useActivity(minutes, statementId)} skeleton={<SectionSkeleton title="Waits" lines={6} />}>
      {(activity) => (
        <Section title="Waits">
          <ActivityChart
            title="Average sessions in it, by what they did or waited for"
            activity={activity}
            nothing="In no look, one a second, was a session at work in it."
          />
        </Section>
      )}
    </Answer>
  );
}

function StatementSkeleton() {
  return (
    <>
      <PageHeader title="Statement" back={backToSql} />
      <div className={classes.parts}>
        <div className={classes.wide}>
          <SectionSkeleton title="Text" lines={8} />
        </div>
        <div className={classes.wide}>
          <SectionSkeleton title="Minute by minute" lines={6} />
        </div>
        <SectionSkeleton title="Called by" lines={4} />
        <SectionSkeleton title="Traces that ran it" lines={4} />
      </div>
    </>
  );
}
