import type { Metric } from '../../telemetry/metrics/definition.ts';
import type { MetricsReading } from '../../telemetry/metrics/meter-provider.ts';
import { attributeNames } from '../../telemetry/names/attributes.ts';
import { lastSuccess, recordsDropped, recordsSent, recordsWaiting } from '../../telemetry/names/metrics/receivers.ts';
import { pointsOf } from './points.ts';

/** What became of what is sent to one receiver. As it crosses the wire. */
export interface ReceiverState {
  receiver: string;
  sent: number;
  dropped: number;
  waiting: number;
  last_success_at: string | null;
}

export type PillarState = 'working' | 'failing' | 'waiting' | 'off';

export interface SignalState {
  configured: boolean;
  state: PillarState;
  receivers: ReceiverState[];
}

/** So long a receiver may be silent while something waits for it. */
const patienceMs = 60_000;

/** Whether a signal of this process reaches those whom it is for, by what it has counted itself. */
export function signalState(reading: MetricsReading | undefined, signal: string): SignalState {
  const receivers = receiversOf(reading, signal);
  const now = reading?.readAtMs ?? 0;
  return { configured: receivers.length > 0, state: worst(receivers.map((one) => stateOf(one, now))), receivers };
}

function receiversOf(reading: MetricsReading | undefined, signal: string): ReceiverState[] {
  const value = (metric: Metric, receiver: unknown) =>
    pointsOf(reading, metric).find(
      ({ attributes }) =>
        attributes[attributeNames.signal] === signal && attributes[attributeNames.receiver] === receiver,
    )?.value;
  return pointsOf(reading, recordsSent)
    .filter(({ attributes }) => attributes[attributeNames.signal] === signal)
    .map(({ attributes, value: sent }) => {
      const receiver = attributes[attributeNames.receiver];
      const seconds = value(lastSuccess, receiver);
      return {
        receiver: String(receiver),
        sent,
        dropped: value(recordsDropped, receiver) ?? 0,
        waiting: value(recordsWaiting, receiver) ?? 0,
        last_success_at: seconds === undefined ? null : new Date(seconds * 1000).toISOString(),
      };
    });
}

function stateOf({ sent, dropped, waiting, last_success_at }: ReceiverState, nowMs: number): PillarState {
  if (last_success_at === null) return dropped > 0 ? 'failing' : sent > 0 ? 'working' : 'waiting';
  const silentMs = nowMs - Date.parse(last_success_at);
  return silentMs > patienceMs && waiting > 0 ? 'failing' : 'working';
}

function worst(states: readonly PillarState[]): PillarState {
  return (['failing', 'waiting', 'working'] as const).find((state) => states.includes(state)) ?? 'off';
}
