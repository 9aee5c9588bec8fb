import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { addressOf } from '@octo/ui/react/api/request.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import { addLines, noTailLines } from './tail-lines.ts';
import type { LogAsked } from './use-log-params.ts';

export type TailState = 'connecting' | 'open' | 'lost' | 'refused' | 'slow';

export interface LogTail {
  readonly state: TailState;
  readonly shown: readonly LogRecord[];
  readonly waitingCount: number;
  readonly missed: number;
  readonly isPaused: boolean;
  pause(): void;
  /** Shows what waits, and goes on. */
  resume(): void;
  /** After it was refused, or ended for having been too slow. */
  retry(): void;
}

interface TailOptions {
  readonly asked: LogAsked;
  readonly isOn: boolean;
  /** Whether the reader is at a place that new lines would move. */
  isReading(): boolean;
  /** Connected, for the first time or again: what came meanwhile can be asked for. */
  onOpen(): void;
}

/** New lines that are asked for, as they come. */
export function useLogTail({ asked, isOn, isReading, onOpen }: TailOptions): LogTail {
  const { q, service, severity, traceId } = asked;
  const address = addressOf('/api/logs/tail', { query: { q, service, severity, traceId } });
  const [state, setState] = useState<TailState>('connecting');
  const [lines, setLines] = useState(noTailLines);
  const [isPaused, setPaused] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const take = useEffectEvent((came: readonly LogRecord[]) => {
    const isHeld = isPaused || isReading();
    setLines((before) => addLines(before, came, isHeld));
  });
  const connected = useEffectEvent(() => {
    setState('open');
    onOpen();
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to connect again
  useEffect(() => {
    if (!isOn) return undefined;
    setState('connecting');
    setLines(noTailLines);
    const source = new EventSource(address);
    source.onopen = () => connected();
    source.onerror = () => setState(source.readyState === EventSource.CLOSED ? 'refused' : 'lost');
    source.addEventListener('lines', ({ data }) => take(linesOf(data)));
    source.addEventListener('dropped', ({ data }) => {
      const missed = missedOf(data);
      setLines((before) => ({ ...before, missed: before.missed + missed }));
    });
    source.addEventListener('ended', () => {
      source.close();
      setState('slow');
    });
    return () => source.close();
  }, [address, isOn, attempt]);

  return {
    state,
    shown: lines.shown,
    waitingCount: lines.waiting.length,
    missed: lines.missed,
    isPaused,
    pause: () => setPaused(true),
    resume: () => {
      setPaused(false);
      setLines((before) => addLines(before, [], false));
    },
    retry: () => setAttempt(attempt + 1),
  };
}

/** The server says what the contract of the tail says. */
function linesOf(data: string): readonly LogRecord[] {
  return (JSON.parse(data) as { logs: LogRecord[] }).logs;
}

function missedOf(data: string): number {
  return (JSON.parse(data) as { lines: number }).lines;
}
