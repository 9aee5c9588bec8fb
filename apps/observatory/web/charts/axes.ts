import { scaleTime } from 'd3-scale';
import type { ChartUnit } from './chart.ts';
import { formatTick } from './format-value.ts';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

const locale = 'en-US';
const [secondMs, minuteMs, dayMs] = [1_000, 60_000, 86_400_000];
/** A minute and an hour are round too, where time is measured. */
const roundSeconds = [60, 120, 300, 600, 1800, 3600, 7200, 18_000, 36_000, 86_400];
const heightPerTick = 44;
const widthPerTick = 90;
/** Of the names of moments. */
export const letterWidth = 6.5;
const widthBetween = 8;
const fewestTicks = 2;

/** Round values from the lowest to one above the highest, as many as the height has room for. */
export function valueTicks(lowest: number, highest: number, unit: ChartUnit, height: number): Tick[] {
  const from = Math.min(0, lowest);
  const to = highest > from ? highest : from + 1;
  const step = roundStep((to - from) / Math.max(fewestTicks, Math.floor(height / heightPerTick)), unit);
  const first = Math.floor(rounded(from / step));
  const last = Math.ceil(rounded(to / step));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = rounded((first + index) * step);
    return { at, label: formatTick(at, unit) };
  });
}

function roundStep(least: number, unit: ChartUnit): number {
  const perSecond = unit === 's' ? 1 : unit === 'ms' ? 1000 : undefined;
  if (perSecond !== undefined && least > 20 * perSecond)
    return perSecond * (roundSeconds.find((one) => one * perSecond >= least) ?? decimalStep(least / perSecond));
  return unit === 'count' ? Math.max(1, decimalStep(least, [1, 2, 5, 10])) : decimalStep(least);
}

function decimalStep(least: number, factors: readonly number[] = [1, 2, 2.5, 5, 10]): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return rounded(power * (factors.find((one) => one * power >= least * 0.999) ?? 10));
}

/** Without what binary fractions leave behind. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** Round moments of the reader's clock, so few that their names stand apart also where the outermost are moved inwards. */
export function timeTicks(fromMs: number, toMs: number, width: number): Tick[] {
  const scale = scaleTime().domain([fromMs, toMs]);
  for (let most = Math.floor(width / widthPerTick); ; most -= 1) {
    const ticks = named(scale.ticks(Math.max(fewestTicks, most)));
    if (most <= fewestTicks || areApart(ticks, width / (toMs - fromMs))) return ticks;
  }
}

function named(dates: readonly Date[]): Tick[] {
  const [one, other] = dates;
  const stepMs = one && other ? other.getTime() - one.getTime() : minuteMs;
  return dates.map((date) => ({ at: date.getTime(), label: tickWords(date, stepMs) }));
}

function areApart(ticks: readonly Tick[], pixelsPerMs: number): boolean {
  return ticks.slice(1).every(({ at, label }, index) => {
    const distance = (at - (ticks[index]?.at ?? 0)) * pixelsPerMs;
    return distance >= label.length * letterWidth * 1.5 + widthBetween;
  });
}

function tickWords(date: Date, stepMs: number): string {
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0;
  if (stepMs >= dayMs || (isMidnight && stepMs >= minuteMs))
    return date.toLocaleDateString(locale, { month: 'short', day: 'numeric' });
  return clock(date, stepMs < minuteMs);
}

/** A moment as a chart reads it out; the day with it when the chart tells of more than one. */
export function momentWords(atMs: number, fromMs: number, toMs: number): string {
  const date = new Date(atMs);
  const time = clock(date, (toMs - fromMs) / secondMs <= 21_600);
  if (toMs - fromMs < dayMs) return time;
  return `${date.toLocaleDateString(locale, { month: 'short', day: 'numeric' })}, ${time}`;
}

function clock(date: Date, hasSeconds: boolean): string {
  const second = hasSeconds ? ({ second: '2-digit' } as const) : {};
  return date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...second });
}
