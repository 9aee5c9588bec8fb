import type { SloStatus } from '@octo/contracts/observatory-slos.ts';
import { formatShare } from '@octo/ui/format.ts';
import type { Statuses } from '@octo/ui/react/statuses.ts';

export const sloStates: Statuses<SloStatus['state']> = {
  missed: { label: 'Missed', tone: 'bad' },
  burning: { label: 'Burning', tone: 'warn' },
  met: { label: 'Met', tone: 'good' },
  no_data: { label: 'No traffic', tone: 'quiet' },
};

/** A share near to all of it, with as many digits as tell it from all: `99.97%`. */
export function nearlyAll(share: number | null): string {
  if (share === null) return '–';
  const digits = share >= 0.99 ? 2 : 1;
  // Rounded down: what is not all of it is never called so.
  const step = 10 ** digits;
  return `${Math.floor(share * 100 * step + 1e-9) / step}%`;
}

/** What is left of an error budget. */
export function budgetWords(left: number | null): string {
  if (left === null) return '–';
  if (left <= -1) return `overdrawn ${burnWords(-left)}`;
  return left < 0 ? `overdrawn by ${formatShare(-left)}` : `${formatShare(left)} left`;
}

/** A burn: how many times as fast as the objective allows. */
export function burnWords(burn: number | null): string {
  if (burn === null) return '–';
  return `${Number(burn.toFixed(burn < 10 ? 1 : 0))}×`;
}

/** When a budget is used up, if it goes on like this. */
export function usedUpWords(hours: number | null): string {
  if (hours === null) return 'nothing burns';
  if (hours === 0) return 'already';
  if (hours < 1) return `in ${Math.max(1, Math.round(hours * 60))} min`;
  if (hours < 48) return `in ${Math.round(hours)} h`;
  const days = Math.round(hours / 24);
  return days > 28 ? 'not within the window' : `in ${days} days`;
}
