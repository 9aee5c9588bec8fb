import { type EventStream, eventText } from './event-stream.ts';
import type { LineEvent } from './line-events.ts';

export interface LineBuffer {
  add(events: readonly LineEvent[]): void;
  /** To be called now and then: shows that somebody is here, and ends it for a reader that takes nothing. */
  beat(nowMs: number): void;
  end(): void;
}

const mostBytes = 4 * 1024 * 1024;
/** Who takes nothing for so long is let go. */
const patienceMs = 30_000;
const tooSlow = eventText(
  'ended',
  JSON.stringify({
    message: 'Lines came faster than this page reads, so that it was let go. Narrow the search, or try again.',
  }),
);

/** Holds lines for a reader that is slow, as far as there is room; then the oldest leave, and the reader is told how many. */
export function lineBuffer(stream: EventStream): LineBuffer {
  const waiting: LineEvent[] = [];
  let bytes = 0;
  let dropped = 0;
  let isFlowing = true;
  let isOver = false;
  let stoppedMs: number | undefined;

  function flush(): void {
    if (isFlowing && dropped > 0) {
      isFlowing = stream.send(eventText('dropped', JSON.stringify({ lines: dropped })));
      dropped = 0;
    }
    while (isFlowing) {
      const next = waiting.shift();
      if (!next) return;
      bytes -= next.bytes.length;
      isFlowing = stream.send(next.bytes);
    }
  }

  function hold(event: LineEvent): void {
    waiting.push(event);
    bytes += event.bytes.length;
    while (bytes > mostBytes) {
      const oldest = waiting.shift();
      bytes -= oldest?.bytes.length ?? 0;
      dropped += oldest?.lines ?? 0;
    }
  }

  /** Who reads on finds out why; who never does is cut off at the next beat. */
  function letGo(): void {
    isOver = true;
    waiting.length = 0;
    stream.send(tooSlow);
    stream.end();
  }

  stream.onDrain(() => {
    isFlowing = true;
    stoppedMs = undefined;
    if (!isOver) flush();
  });
  return {
    add(events) {
      if (isOver) return;
      for (const event of events) hold(event);
      flush();
    },
    beat(nowMs) {
      if (isOver) return stream.cut();
      if (isFlowing) return stream.beat();
      stoppedMs ??= nowMs;
      if (nowMs - stoppedMs >= patienceMs) letGo();
    },
    end: () => (isFlowing ? stream.end() : stream.cut()),
  };
}
