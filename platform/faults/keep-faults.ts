import { describeFailure } from '../telemetry/describe-failure.ts';
import { inBackgroundSpan } from '../telemetry/in-span.ts';
import type { Logger } from '../telemetry/logger.ts';
import { attributeNames } from '../telemetry/names/attributes.ts';
import { eventNames } from '../telemetry/names/events.ts';

/** Something that is broken on purpose, for a time. */
export interface TimedFault {
  readonly id: string;
  readonly expiresAt: Date;
}

/** How the work of a fault, and what it touches, is told from everything else. */
export interface FaultTelling {
  /** For every span that it touches. */
  readonly marks: Readonly<Record<string, string>>;
  /** Runs what the fault does by itself in a span of this name, the root of a trace of its own. */
  inTrace(name: string, work: () => Promise<void>): Promise<void>;
}

/** Puts a fault in place; whoever disposes of the result takes it away. */
export type InstallFault<Fault extends TimedFault> = (
  fault: Fault,
  telling: FaultTelling,
) => Disposable | AsyncDisposable;

export interface KeptFaults<Fault extends TimedFault> {
  /** Puts those in place that are not yet, and takes the others away. */
  keepOnly(wanted: readonly Fault[]): Promise<void>;
  /** Takes all away. */
  clear(reason: string): Promise<void>;
}

interface Kept {
  readonly expiresAtMs: number;
  readonly timer: NodeJS.Timeout;
  readonly installed: Disposable | AsyncDisposable;
}

/** The faults that are in place in this process. Each leaves it by itself when its time is over. */
export function keepFaults<Fault extends TimedFault>(install: InstallFault<Fault>, logger: Logger): KeptFaults<Fault> {
  const kept = new Map<string, Kept>();

  function put(fault: Fault): void {
    const { id, expiresAt } = fault;
    const installed = kept.get(id)?.installed ?? installNew(fault);
    clearTimeout(kept.get(id)?.timer);
    const timer = setTimeout(() => void take(id, 'its time is over'), expiresAt.getTime() - Date.now());
    kept.set(id, { expiresAtMs: expiresAt.getTime(), timer, installed });
  }

  function installNew(fault: Fault): Disposable | AsyncDisposable {
    const installed = install(fault, tellingOf(fault.id));
    logger.warn(eventOf(eventNames.faultApplied, fault.id), 'something is broken on purpose from now on');
    return installed;
  }

  async function take(id: string, reason: string): Promise<void> {
    const fault = kept.get(id);
    if (!fault) return;
    kept.delete(id);
    clearTimeout(fault.timer);
    try {
      await release(fault.installed);
      logger.warn(eventOf(eventNames.faultCleared, id), `what was broken on purpose is whole again: ${reason}`);
    } catch (error) {
      logger.error(
        { [attributeNames.faultId]: id, ...describeFailure(error) },
        'what was broken on purpose could not be undone',
      );
    }
  }

  return {
    keepOnly: async (wanted) => {
      const current = wanted.filter(({ expiresAt }) => expiresAt.getTime() > Date.now());
      const ids = new Set(current.map(({ id }) => id));
      await Promise.all([...kept.keys()].filter((id) => !ids.has(id)).map((id) => take(id, 'it was cleared')));
      const changed = current.filter(({ id, expiresAt }) => kept.get(id)?.expiresAtMs !== expiresAt.getTime());
      for (const fault of changed) put(fault);
    },
    clear: async (reason) => void (await Promise.all([...kept.keys()].map((id) => take(id, reason)))),
  };
}

async function release(installed: Disposable | AsyncDisposable): Promise<void> {
  await using _ = installed;
}

function eventOf(name: string, id: string) {
  return { [attributeNames.event]: name, [attributeNames.faultId]: id };
}

function tellingOf(id: string): FaultTelling {
  const marks = { [attributeNames.faultId]: id };
  return {
    marks,
    inTrace: (name, work) =>
      inBackgroundSpan(name, async (span) => {
        span.setAttributes(marks);
        await work();
      }),
  };
}
