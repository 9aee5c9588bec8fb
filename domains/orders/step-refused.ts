import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';

const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Says where something stands and where it can go from there; both are shown to a person. */
export function stepRefused(what: string, from: string, to: string, possible: readonly string[]): AppError {
  const way = possible.length === 0 ? 'Nothing can follow.' : `It can become ${list.format(possible.map(inWords))}.`;
  const message = `${what} is ${inWords(from)} and cannot become ${inWords(to)}. ${way}`;
  return faultyField('Conflict', 'orders.step_refused', 'status', message);
}

function inWords(status: string): string {
  return status.replaceAll('_', ' ');
}
