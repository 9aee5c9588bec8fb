import type { Status } from '@octo/ui/react/statuses.ts';

const tones = { TRACE: 'quiet', DEBUG: 'quiet', INFO: 'info', WARN: 'warn', ERROR: 'bad', FATAL: 'bad' } as const;

type Severity = keyof typeof tones;

export const severityOptions = (['ERROR', 'WARN', 'INFO', 'DEBUG'] as const).map((value) => ({
  value,
  label: `${value} or worse`,
}));

/** One that can be asked for. */
export function oneSeverity(text: string | undefined) {
  return severityOptions.find(({ value }) => value === text)?.value;
}

/** A severity as it was sent, in the colour that goes with it; OpenTelemetry has four of each, such as `INFO2`. */
export function severityOf(text: string): Status {
  const name = text.toUpperCase().replace(/[2-4]$/, '');
  return { label: text || 'Not said', tone: isSeverity(name) ? tones[name] : 'quiet' };
}

function isSeverity(name: string): name is Severity {
  return Object.hasOwn(tones, name);
}
