import type { Purchase } from './buyer.ts';

export const ways = ['card accepted', 'card declined', 'bank transfer'] as const;
export type Way = (typeof ways)[number];

const payments: Record<Way, Pick<Purchase, 'method' | 'token'>> = {
  'card accepted': { method: 'credit_card', token: 'tok_accepted' },
  'card declined': { method: 'credit_card', token: 'tok_declined' },
  'bank transfer': { method: 'bank_transfer' },
};

/** Where a checkout is cut: at the step with this number, counted from 0. */
export interface Cut {
  step: number;
  moment: 'before' | 'during' | 'after';
}

export interface KillPoint extends Cut {
  /** For people: where in which checkout the shop dies. */
  name: string;
  way: Way;
  /** Before the first commit, between the two, or after the second; undefined where it may be either. */
  era: 'opening' | 'paying' | 'closed' | undefined;
  /** What a sweeper has to make of the order; undefined where there is none to sweep, or where it may be either. */
  sweptTo: 'placed' | 'failed' | undefined;
  purchase: Purchase & { key: string };
}

/** Steps whose effect stays when the process dies: it may die while they are under way, too. */
const lasting = ['commit', 'payments.insertCharge'];

/** Every place where a checkout of these steps can be cut: before each, during those that last, after the last one. */
export function killPointsOf(way: Way, steps: readonly string[]): KillPoint[] {
  return steps.flatMap((name, step) => {
    const moments: Cut['moment'][] = ['before'];
    if (lasting.includes(name)) moments.push('during');
    if (step === steps.length - 1) moments.push('after');
    return moments.map((moment) => ({
      name: `${way}: killed ${moment} step ${step + 1}, ${name}`,
      way,
      step,
      moment,
      era: eraOf(steps, { step, moment }),
      sweptTo: sweptTo(way, steps, { step, moment }),
      purchase: purchaseOf(way, `${step + 1}-${moment}`),
    }));
  });
}

function eraOf(steps: readonly string[], { step, moment }: Cut): KillPoint['era'] {
  if (moment === 'during' && steps[step] === 'commit') return undefined;
  const done = moment === 'after' ? step + 1 : step;
  const commits = steps.slice(0, done).filter((name) => name === 'commit').length;
  return (['opening', 'paying', 'closed'] as const)[commits];
}

/** A transfer is placed in any case, a card's order when the rail has charged it. */
function sweptTo(way: Way, steps: readonly string[], cut: Cut): KillPoint['sweptTo'] {
  if (eraOf(steps, cut) !== 'paying') return undefined;
  if (way !== 'card accepted') return way === 'bank transfer' ? 'placed' : 'failed';
  const charge = steps.indexOf('payments.insertCharge');
  if (cut.step === charge && cut.moment === 'during') return undefined;
  return cut.step > charge ? 'placed' : 'failed';
}

/** Points at which one shop can die: checkouts can stand still side by side, but only one can be under way at the end. */
export function deathsOf(points: readonly KillPoint[]): KillPoint[][] {
  const standing = points.filter((point) => point.moment !== 'during');
  const underWay = points.filter((point) => point.moment === 'during');
  return [...Map.groupBy(standing, (point) => point.way).values(), ...underWay.map((point) => [point])];
}

/** What a buyer of their own wants, who is at no other kill point. */
export function purchaseOf(way: Way, name: string): KillPoint['purchase'] {
  const sessionId = `drill-${way}-${name}-buyer`.replaceAll(' ', '-');
  return { sessionId, email: `${sessionId}@example.com`, key: 'one-key', ...payments[way] };
}
