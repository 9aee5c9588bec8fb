export interface HourOfSales {
  startsAt: Date;
  orders: number;
  revenueCents: number;
}

const hourMs = 60 * 60 * 1000;
const hoursPerDay = 24;

/** The 24 hours of the clock that end with the one under way: each hour of a day comes once, so its number tells it. */
export function hoursUntil(now: Date): { from: Date; until: Date; starts: Date[] } {
  const until = (Math.floor(now.getTime() / hourMs) + 1) * hourMs;
  const from = until - hoursPerDay * hourMs;
  const starts = Array.from({ length: hoursPerDay }, (_, hour) => new Date(from + hour * hourMs));
  return { from: new Date(from), until: new Date(until), starts };
}
