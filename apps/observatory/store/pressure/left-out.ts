import type { Worth } from './usual-requests.ts';

/** Chooses which traces find no place while more comes in than can be written. */
export interface LeftOut {
  /** Whether a trace that is not in the store stays out of it. What was decided of a trace holds for what comes of it later. */
  decide(traceId: string, worth: Worth, isPressed: boolean): boolean;
}

/** Of ordinary traces some are kept, so that the picture has no hole. */
const keptOneIn = 8;
const mostRemembered = 50_000;

export function leftOut(): LeftOut {
  const remembered = new Set<string>();
  return {
    decide(traceId, worth, isPressed) {
      // An error that comes late is worth a part of a trace.
      if (worth === 'special') {
        remembered.delete(traceId);
        return false;
      }
      if (remembered.has(traceId)) return true;
      if (!isPressed || worth === 'unknown' || isChosen(traceId)) return false;
      remembered.add(traceId);
      const [oldest] = remembered;
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return true;
    },
  };
}

/** By its id, so that all who decide decide alike: ids are random, most of all at their end. */
function isChosen(traceId: string): boolean {
  return Number.parseInt(traceId.slice(-8), 16) % keptOneIn === 0;
}
