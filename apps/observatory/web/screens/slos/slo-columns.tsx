import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { BudgetBar } from '../../parts/budget-bar.tsx';
import { budgetWords, burnWords, nearlyAll, sloStates, usedUpWords } from '../../parts/slo-words.ts';
import classes from './slo-columns.module.css';

export const sloColumns: Column<SloStatus>[] = [
  { key: 'title', title: 'Objective', cell: ({ title }) => title },
  { key: 'state', title: 'State', cell: ({ state }) => <StatusBadge {...sloStates[state]} />, isShort: true },
  { key: 'service', title: 'Service', cell: ({ service }) => service, leaveOut: 1, isShort: true },
  { key: 'objective', title: 'Promised', align: 'end', cell: ({ objective }) => nearlyAll(objective) },
  { key: 'share', title: 'Was', align: 'end', cell: ({ share }) => nearlyAll(share) },
  { key: 'budget', title: 'Error budget', cell: (slo) => <Budget of={slo} /> },
  { key: 'burn', title: 'Burn now', align: 'end', cell: ({ burnNow }) => burnWords(burnNow), leaveOut: 2 },
  {
    key: 'usedUp',
    title: 'Used up',
    cell: ({ usedUpInHours, state }) => (state === 'no_data' ? '–' : usedUpWords(usedUpInHours)),
    leaveOut: 1,
    isShort: true,
  },
];

function Budget({ of: { budgetLeft } }: { of: SloStatus }) {
  return (
    <span className={classes.budget}>
      <BudgetBar left={budgetLeft} />
      <span className="number">{budgetWords(budgetLeft)}</span>
    </span>
  );
}

export function SloCard({ slo }: { slo: SloStatus }) {
  return (
    <span className={classes.card}>
      <strong>{slo.title}</strong>
      <span className={classes.line}>
        <StatusBadge {...sloStates[slo.state]} />
        <span className="number">
          {nearlyAll(slo.share)} of {nearlyAll(slo.objective)}
        </span>
      </span>
      <Budget of={slo} />
    </span>
  );
}
