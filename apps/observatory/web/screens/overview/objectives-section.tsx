import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { BudgetBar } from '../../parts/budget-bar.tsx';
import { budgetWords, sloStates } from '../../parts/slo-words.ts';
import { sloPath } from '../../paths.ts';
import classes from './objectives-section.module.css';

const shown = 6;
const urgency = { missed: 0, burning: 1, met: 2, no_data: 3 } as const;

/** The objectives whose budget is nearest to its end. */
export function ObjectivesSection({ slos }: { slos: readonly SloStatus[] }) {
  const measured = slos.filter(({ state }) => state !== 'no_data');
  const worst = measured.toSorted(byWorst).slice(0, shown);
  const all = <Link to="/slos">All {formatQuantity(slos.length, 'objective')}</Link>;
  return (
    <Section title="Objectives" aside={all}>
      {worst.length === 0 ? (
        <p className="muted">No workflow had traffic yet. Look at the shop, and what is promised of it is measured.</p>
      ) : (
        <ul className={classes.list}>
          {worst.map((slo) => (
            <li key={slo.id}>
              <Link to={sloPath(slo.id)} className={classes.title}>
                {slo.title}
              </Link>
              <StatusBadge {...sloStates[slo.state]} />
              <BudgetBar left={slo.budgetLeft} />
              <span className={classes.left}>{budgetWords(slo.budgetLeft)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function byWorst(one: SloStatus, other: SloStatus): number {
  return urgency[one.state] - urgency[other.state] || (one.budgetLeft ?? 1) - (other.budgetLeft ?? 1);
}
