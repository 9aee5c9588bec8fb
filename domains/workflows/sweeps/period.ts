/** When the period began that this instant lies in. Every replica counts the same ones. */
export function periodStart(now: Date, pollSeconds: number): Date {
  const periodMs = pollSeconds * 1000;
  return new Date(Math.floor(now.getTime() / periodMs) * periodMs);
}

export function nextPeriodStart(now: Date, pollSeconds: number): Date {
  return new Date(periodStart(now, pollSeconds).getTime() + pollSeconds * 1000);
}

/** Names the period of a workflow, for the run that it may have. */
export function periodKeyOf(workflowKey: string, now: Date, pollSeconds: number): string {
  return `${workflowKey} ${periodStart(now, pollSeconds).toISOString()}`;
}
