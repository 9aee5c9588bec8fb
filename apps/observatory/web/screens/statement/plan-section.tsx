import type { getStatement, getStatementPlan } from '@octo/contracts/insight-statements.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useStatementPlan } from '../../api/use-database.ts';
import classes from './statement-page.module.css';

interface PlanSectionProps {
  statementId: string;
  /** Those that it had, the newest first. */
  plans: AnswerOf<typeof getStatement>['plans'];
}

const shownHash = 12;

/** How it is done, and how it was done before. */
export function PlanSection({ statementId, plans }: PlanSectionProps) {
  const query = useStatementPlan(statementId);
  const problem = query.error && !query.data ? asApiProblem(query.error) : undefined;
  if (problem?.status === 422 || problem?.status === 404)
    return (
      <Section title="Plan">
        <p>{problem.message}</p>
        <FormerPlans plans={plans} />
      </Section>
    );
  return (
    <Answer query={query} skeleton={<SectionSkeleton title="Plan" lines={6} />}>
      {(plan) => (
        <Section title="Plan" aside={plan.isActual ? 'As it was last done' : 'As it would be done; nothing was run'}>
          <PlanLines plan={plan} />
          <FormerPlans plans={plans} />
        </Section>
      )}
    </Answer>
  );
}

function PlanLines({ plan: { lines } }: { plan: AnswerOf<typeof getStatementPlan> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <pre className={classes.plan} tabIndex={0}>
      <code>{lines.join('\n')}</code>
    </pre>
  );
}

function FormerPlans({ plans }: Pick<PlanSectionProps, 'plans'>) {
  if (plans.length === 0) return null;
  return (
    <>
      <h3>Plans that it had</h3>
      <ul>
        {plans.map(({ planHash, firstSeenAt, lastSeenAt }) => (
          <li key={`${planHash} ${firstSeenAt}`}>
            <span className="mono">{planHash.slice(0, shownHash)}</span>{' '}
            <span className="muted">
              from <Instant at={firstSeenAt} isExact /> to <Instant at={lastSeenAt} isExact />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
