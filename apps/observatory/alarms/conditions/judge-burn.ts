import { measureSlo } from '../../slos/measure-slo.ts';
import type { BurnCondition } from '../alarm-rule.ts';
import { type BurnWindows, burnOf, leastEvents } from '../burn-windows.ts';
import type { Readings, Verdict } from '../readings.ts';

/** Its value is how far the worst pair of windows has come on the way to its factor, as a share. */
export function judgeBurn({ slo, windows }: BurnCondition, readings: Readings): Verdict {
  const pairs = windows.map((pair) => judgePair(pair, slo, readings));
  const known = pairs.filter(({ share }) => share !== undefined);
  if (known.length === 0) return { outcome: 'no_data', value: null, readings: [] };
  return {
    outcome: known.some(({ isMet }) => isMet) ? 'met' : 'unmet',
    value: Math.max(...known.map(({ share = 0 }) => share)),
    readings: pairs.flatMap(({ readings }) => readings),
  };
}

function judgePair(pair: BurnWindows, slo: BurnCondition['slo'], readings: Readings) {
  const long = measureSlo(slo, readings, pair.longMs);
  const short = measureSlo(slo, readings, pair.shortMs);
  const burns = { long: burnOf(long, slo.objective), short: burnOf(short, slo.objective) };
  const isEnough = long.all >= leastEvents.all && long.bad >= leastEvents.bad;
  const least = Math.min(burns.long ?? 0, burns.short ?? 0);
  return {
    isMet: isEnough && least > pair.factor,
    // Too few to say anything is as good as none: the line of an alarm is not to cross its threshold without firing.
    share: burns.long === undefined ? undefined : isEnough ? least / pair.factor : 0,
    readings: [
      { title: `Burn over ${pair.title}, of ${pair.factor}`, value: burns.long ?? null },
      { title: `Burn over ${pair.shortTitle}, of ${pair.factor}`, value: burns.short ?? null },
    ],
  };
}
