export interface Session {
  id: string;
  /** Whether anybody is told of it. */
  isTold: boolean;
}

interface Kept extends Session {
  lastMs: number;
}

const place = 'octo.rum.session';
const idleMs = 30 * 60_000;
let kept: Kept | undefined;

/** The session of this tab; a new one after half an hour without a sign of life. Nothing in it says whose it is. */
export function currentSession(samplePercent: number, nowMs = Date.now()): Session {
  kept ??= readKept();
  if (kept === undefined || nowMs - kept.lastMs > idleMs) {
    const isTold = kept?.isTold ?? Math.random() * 100 < samplePercent;
    kept = { id: crypto.randomUUID().replaceAll('-', ''), isTold, lastMs: nowMs };
  }
  kept.lastMs = nowMs;
  keep(kept);
  return kept;
}

/** Storage may be refused to a page: then a session is as long as a page. */
function readKept(): Kept | undefined {
  try {
    const { id, isTold, lastMs } = Object(JSON.parse(sessionStorage.getItem(place) ?? 'null'));
    return typeof id === 'string' && typeof lastMs === 'number' ? { id, isTold: isTold === true, lastMs } : undefined;
  } catch {
    return undefined;
  }
}

function keep(session: Kept): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(session));
  } catch {
    // Then it is not kept.
  }
}
