import type { Clock } from '@octo/platform/context/context.ts';
import type { Logger } from '@octo/platform/telemetry/logger.ts';
import type { ObservatoryConfig } from '../config.ts';
import type { DatabaseWatch } from '../insight/database-watch.ts';
import type { IntakeCounters } from '../intake/counters.ts';
import type { WriteQueue } from '../intake/write-queue.ts';
import type { Notes } from '../notes.ts';
import { ownSources } from '../own-cost/own-sources.ts';
import { type CostWatch, createCostWatch } from '../own-cost/watch-cost.ts';
import type { Store } from '../store/store.ts';
import { type Alarms, createAlarms } from './alarms.ts';
import { createListening } from './listening.ts';
import { createNotifier, type Notifier } from './notify/notifier.ts';
import type { Readings } from './readings.ts';
import { allRules } from './rules/all-rules.ts';
import { readingsTaker } from './take-readings.ts';

export interface AlarmParts {
  /** What the observatory itself takes. */
  readonly cost: CostWatch;
  readonly alarms: Alarms;
  /** Undefined when nobody is to be told. */
  readonly notifier: Notifier | undefined;
  /** What alarms and objectives are judged by, now. */
  readings(): Readings;
}

/** What alarms and objectives are made of. */
interface AlarmSources {
  readonly config: ObservatoryConfig;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly store: Store;
  readonly queue: WriteQueue;
  readonly counters: IntakeCounters;
  readonly notes: Notes;
  readonly watch: DatabaseWatch | undefined;
  readonly intakePorts: ReadonlySet<number>;
}

export function openAlarms(parts: AlarmSources): AlarmParts {
  const { config, logger, clock, store, notes, watch } = parts;
  const { pace, webhookUrl } = config.alarms;
  const nowMs = () => clock.now().getTime();
  const listeningSinceMs = createListening(nowMs());
  const cost = createCostWatch(ownSources(parts));
  const take = readingsTaker({ store, watch, cost });
  const readings = () => take({ nowMs: nowMs(), listeningSinceMs: listeningSinceMs(nowMs()), pace });
  const baseUrl = () => baseUrlOf(parts);
  const notifier = webhookUrl === undefined ? undefined : createNotifier({ url: webhookUrl, logger, baseUrl });
  const alarms = createAlarms({ rules: allRules, store, watch, notes, notifier, pace, nowMs, readings });
  return { cost, alarms, notifier, readings };
}

/** Where whoever is told finds the pages: as it was set, else on the machine that it runs on. */
function baseUrlOf({ config, intakePorts }: AlarmSources): string | undefined {
  if (config.alarms.publicUrl !== undefined) return config.alarms.publicUrl;
  const [port] = intakePorts;
  return port === undefined ? undefined : `http://localhost:${port}`;
}
