import { pino } from 'pino';
import { onShutdown } from './shutdown.ts';

export interface LogDestination {
  write(line: string): void;
}

const roomBytes = 64 * 1024;
const longestWaitMs = 100;
/** What waits while nobody reads it; lines beyond that are lost, and the process lives. */
const mostWaitingBytes = 16 * 1024 * 1024;
/** It writes what it was given when it is told to: at the end of the process there is no other way than at once. */
const gathering = {
  sync: false,
  contentMode: 'buffer',
  minLength: 1_048_576,
  maxWrite: 1_048_577,
  maxLength: mostWaitingBytes,
  periodicFlush: longestWaitMs,
} as const;
let ofProcess: LogDestination | undefined;

/** Lines on standard output, gathered for a moment. One for the process: lines of two would run into each other. */
export function standardOutput(): LogDestination {
  ofProcess ??= openStandardOutput();
  return ofProcess;
}

function openStandardOutput(): LogDestination {
  let room = Buffer.allocUnsafe(roomBytes);
  let used = 0;
  let timer: NodeJS.Timeout | undefined;
  const hand = () => {
    clearTimeout(timer);
    timer = undefined;
    if (used === 0) return;
    output.write(asContent(room.subarray(0, used)));
    room = Buffer.allocUnsafe(roomBytes);
    used = 0;
  };
  const send = () => {
    hand();
    output.flush();
  };
  // Before the output's own, which then write what it was given last.
  for (const end of ['beforeExit', 'exit']) process.once(end, hand);
  const output = pino.destination(gathering);
  onShutdown(() => {
    hand();
    return new Promise((resolve) => output.flush(() => resolve()));
  });
  return {
    write: (line) => {
      if (used + line.length * 3 > roomBytes) send();
      if (line.length * 3 > roomBytes) output.write(asContent(Buffer.from(line)));
      else used += room.write(line, used);
      timer ??= setTimeout(send, longestWaitMs).unref();
    },
  };
}

/** Its type knows text only, whatever the mode. */
function asContent(bytes: Buffer): string {
  return bytes as Buffer & string;
}
