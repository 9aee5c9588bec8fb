import type { RecordedCheckout } from './checkout-recording.ts';

export type Replay = readonly { isRail: boolean; name: string; text: string; values: unknown[] }[];

const firstMadeId = 1_000_000;
const idsPerReplay = 100;
const productCount = 50;

/** Two products that a buyer takes, the lower first; neighbours differ, so that buyers seldom wait for each other. */
export function productsOf(buyerNumber: number): readonly [number, number] {
  const first = (buyerNumber * 7) % (productCount - 1);
  const second = first + 1 + ((buyerNumber * 13) % (productCount - 1 - first));
  return [first + 1, second + 1];
}

/** The statements of the recording for another buyer: ids, session and products are new, everything else is as it was. */
export function replayOf({ statements, sessionId, productIds }: RecordedCheckout, buyerNumber: number): Replay {
  const [low, high] = productsOf(buyerNumber);
  const rail = statements.find(({ text }) => text.includes('simulated_charges'))?.session;
  function renew(value: unknown): unknown {
    if (value === productIds[0]) return low;
    if (value === productIds[1]) return high;
    if (typeof value === 'number') return value >= firstMadeId ? renewId(value, buyerNumber) : value;
    if (typeof value !== 'string') return value;
    return value
      .replaceAll(sessionId, replaySession(buyerNumber))
      .replace(/\b1\d{6}\b/g, (id) => String(renewId(Number(id), buyerNumber)))
      .replace(
        /([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-)[0-9a-f]{12}/g,
        `$1${buyerNumber.toString(16).padStart(12, '0')}`,
      );
  }
  return statements.map(({ session, text, values }, index) => ({
    isRail: session === rail,
    name: `s${index}`,
    text,
    values: values.map(renew),
  }));
}

export function replaySession(buyerNumber: number): string {
  return `bench-replay-${String(buyerNumber).padStart(8, '0')}`;
}

export function renewId(id: number, buyerNumber: number): number {
  return 20_000_000 + buyerNumber * idsPerReplay + (id % idsPerReplay);
}
