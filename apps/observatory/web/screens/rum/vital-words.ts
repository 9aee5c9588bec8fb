import { type VitalName, vitalLimits } from '@octo/contracts/browser-telemetry.ts';
import type { VitalSummary } from '@octo/contracts/observatory-browser.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';

export const vitalTitles: Readonly<Record<VitalName, string>> = {
  LCP: 'Largest contentful paint',
  INP: 'Interaction to next paint',
  CLS: 'Cumulative layout shift',
  TTFB: 'Time to first byte',
};

/** What each asks, in the visitor's words. */
export const vitalQuestions: Readonly<Record<VitalName, string>> = {
  LCP: 'When was the main thing there?',
  INP: 'How long until a click showed?',
  CLS: 'How much jumped about?',
  TTFB: 'How long until the server answered?',
};

export const ratings = {
  good: { label: 'Good', tone: 'good' },
  needsImprovement: { label: 'Needs improvement', tone: 'warn' },
  poor: { label: 'Poor', tone: 'bad' },
} as const;
export type Rating = keyof typeof ratings;

export function formatVital(name: VitalName, value: number): string {
  return name === 'CLS' ? value.toFixed(2) : formatMilliseconds(value);
}

/** How a value is to be judged, by the limits that all the web shares. */
export function ratingOf(name: VitalName, value: number): Rating {
  const [good, poor] = vitalLimits[name];
  if (value <= good) return 'good';
  return value <= poor ? 'needsImprovement' : 'poor';
}

export function measuredIn({ good, needsImprovement, poor }: VitalSummary): number {
  return good + needsImprovement + poor;
}

/** The limits in words: “Good up to 2.50 s, poor beyond 4 s”. */
export function limitWords(name: VitalName): string {
  const [good, poor] = vitalLimits[name];
  return `Good up to ${formatVital(name, good)}, poor beyond ${formatVital(name, poor)}`;
}
