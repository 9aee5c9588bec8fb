/** Tells keys apart up to a number of them, so that what others send cannot grow without end. */
export interface FewKeys {
  /** False for one too many. */
  admit(key: string, minute: number): boolean;
}

/** A key that was not heard of for so long makes room for another. */
export function fewKeys(most: number, forgetMinutes: number): FewKeys {
  const lastMinutes = new Map<string, number>();
  return {
    admit(key, minute) {
      const known = lastMinutes.get(key);
      if (known === undefined && lastMinutes.size >= most) {
        const [oldest] = lastMinutes;
        if (!oldest || minute - oldest[1] < forgetMinutes) return false;
        lastMinutes.delete(oldest[0]);
      }
      // Behind all others; what comes late takes nothing from what came before it.
      lastMinutes.delete(key);
      lastMinutes.set(key, Math.max(minute, known ?? minute));
      return true;
    },
  };
}
