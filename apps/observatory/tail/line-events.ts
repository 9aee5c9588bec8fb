import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { eventText } from './event-stream.ts';

/** Some lines as they go over the wire: made once, and the same bytes for all who watch for the same. */
export interface LineEvent {
  readonly lines: number;
  readonly bytes: Buffer;
}

const mostLines = 100;
const mostCharacters = 256 * 1024;

export function lineEvents(records: readonly LogRecord[]): LineEvent[] {
  const events: LineEvent[] = [];
  let texts: string[] = [];
  let characters = 0;

  function close(): void {
    if (texts.length === 0) return;
    const bytes = Buffer.from(eventText('lines', `{"logs":[${texts.join(',')}]}`));
    events.push({ lines: texts.length, bytes });
    texts = [];
    characters = 0;
  }

  for (const record of records) {
    const text = JSON.stringify(record);
    if (texts.length === mostLines || characters + text.length > mostCharacters) close();
    texts.push(text);
    characters += text.length;
  }
  close();
  return events;
}
