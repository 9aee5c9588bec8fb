import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import type { EventStream } from './event-stream.ts';

export interface LineBuffer {
  add(lines: readonly LogRecord[]): void;
  beat(): void;
  end(): void;
}

const mostLines = 1000;
const mostCharacters = 4 * 1024 * 1024;

/** Holds lines for a reader that is slow, as far as there is room; then the oldest leave, and the reader is told how many. */
export function lineBuffer(stream: EventStream): LineBuffer {
  let waiting: string[] = [];
  let characters = 0;
  let dropped = 0;
  let isFlowing = true;

  function flush(): void {
    if (isFlowing && dropped > 0) {
      isFlowing = stream.send('dropped', JSON.stringify({ lines: dropped }));
      dropped = 0;
    }
    if (isFlowing && waiting.length > 0) {
      isFlowing = stream.send('lines', `{"logs":[${waiting.join(',')}]}`);
      waiting = [];
      characters = 0;
    }
  }

  function hold(line: string): void {
    waiting.push(line);
    characters += line.length;
    while (waiting.length > mostLines || characters > mostCharacters) {
      characters -= waiting.shift()?.length ?? 0;
      dropped += 1;
    }
  }

  stream.onDrain(() => {
    isFlowing = true;
    flush();
  });
  return {
    add(lines) {
      for (const line of lines) hold(JSON.stringify(line));
      flush();
    },
    beat() {
      if (isFlowing) stream.beat();
    },
    end: () => (isFlowing ? stream.end() : stream.cut()),
  };
}
