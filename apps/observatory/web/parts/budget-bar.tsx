import classes from './budget-bar.module.css';
import { budgetWords } from './slo-words.ts';

/** What is left of an error budget, as a bar that gets shorter. */
export function BudgetBar({ left }: { left: number | null }) {
  const share = Math.min(1, Math.max(0, left ?? 0));
  const tone = share === 0 ? 'bad' : share < 0.25 ? 'warn' : 'good';
  return (
    <svg
      className={classes.bar}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={budgetWords(left)}
    >
      <rect className={classes.ground} width={100} height={6} />
      {left !== null && <rect className={classes.left} data-tone={tone} width={share * 100} height={6} />}
    </svg>
  );
}
