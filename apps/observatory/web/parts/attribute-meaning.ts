import { businessMeanings } from '@octo/contracts/telemetry/business.ts';
import { faultNames } from '@octo/platform/telemetry/names/faults.ts';
import { messagingNames } from '@octo/platform/telemetry/names/messaging.ts';
import type { TelemetryName } from '@octo/platform/telemetry/names/name.ts';
import { telemetryNames } from '@octo/platform/telemetry/names.ts';

const meanings = new Map<string, string>(Object.entries(businessMeanings));
for (const one of [...telemetryNames, ...messagingNames, ...faultNames]) {
  const known = meanings.get(one.name);
  meanings.set(one.name, known === undefined ? inWords(one) : `${known}. ${inWords(one)}`);
}

/** What an attribute or a field of ours says; undefined for what others made up. */
export function meaningOf(name: string): string | undefined {
  return meanings.get(name);
}

function inWords({ meaning, unit }: TelemetryName): string {
  const words = meaning.replaceAll('`', '');
  return unit === undefined || unit.startsWith('{') ? words : `${words} (${unit})`;
}
