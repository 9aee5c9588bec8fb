import { businessSpans } from '@octo/contracts/telemetry/business.ts';

/** Spans that are counted though they are no requests: how often something was done says enough. */
export const watchedSpans = [businessSpans.recordSecurityEvent] as const;
export type WatchedSpan = (typeof watchedSpans)[number];

const names: ReadonlySet<string> = new Set(watchedSpans);

export function isWatched(name: string): boolean {
  return names.has(name);
}

/** They are counted as a workflow of this name, which no request can have: its own begins with no bracket. */
export function workflowOfSpan(name: string): string {
  return `(span) ${name}`;
}
