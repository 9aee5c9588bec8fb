import { useEffect, useState } from 'react';

const secondMs = 1_000;

/** The seconds that are left, counted from when `start` was seen first; a new one starts anew. */
export function useCountdown(start: object, seconds: number): number {
  const [now, setNow] = useState({ start, untilMs: Date.now() + seconds * secondMs, left: seconds });
  if (now.start !== start) setNow({ start, untilMs: Date.now() + seconds * secondMs, left: seconds });
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => {
      setNow((then) => ({ ...then, left: Math.max(0, Math.ceil((then.untilMs - Date.now()) / secondMs)) }));
    }, secondMs);
    return () => clearInterval(timer);
  }, [seconds]);
  return now.left;
}
