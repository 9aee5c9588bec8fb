export interface QueuedLine {
  line: string;
  timeMs: number;
}

/** Lines that wait, within a bound: what comes when there is no room pushes the oldest out. */
export interface LineQueue {
  /** Returns how many were pushed out. */
  push(line: QueuedLine): number;
  /** The oldest, as many as one request holds. */
  take(): QueuedLine[];
  length(): number;
  /** Whether there is enough for a request. */
  isFull(): boolean;
}

export interface QueueLimits {
  mostLines: number;
  mostCharacters: number;
}

/** Of one request. Text within text is escaped, which at worst doubles it: 1 MB is never reached. */
const batchLines = 1000;
const batchBytes = 380 * 1024;

export function createLineQueue({ mostLines, mostCharacters }: QueueLimits): LineQueue {
  let lines: QueuedLine[] = [];
  let head = 0;
  let characters = 0;

  function shift(): QueuedLine | undefined {
    const oldest = lines[head];
    if (oldest === undefined) return undefined;
    head += 1;
    characters -= oldest.line.length;
    if (head > 1000 && head * 2 > lines.length) {
      lines = lines.slice(head);
      head = 0;
    }
    return oldest;
  }
  const length = () => lines.length - head;

  return {
    length,
    isFull: () => length() >= batchLines || characters >= batchBytes,
    push: (line) => {
      lines.push(line);
      characters += line.line.length;
      let lost = 0;
      while ((length() > mostLines || characters > mostCharacters) && shift()) lost += 1;
      return lost;
    },
    take: () => {
      const taken: QueuedLine[] = [];
      let bytes = 0;
      while (taken.length < batchLines && bytes < batchBytes) {
        const next = shift();
        if (!next) break;
        taken.push(next);
        bytes += Buffer.byteLength(next.line);
      }
      return taken;
    },
  };
}
