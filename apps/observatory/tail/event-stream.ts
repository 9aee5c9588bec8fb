import type { FastifyReply } from 'fastify';

/** An answer that goes on: events as the browser's EventSource reads them. */
export interface EventStream {
  /** False when the other side is slow to read: what is sent now has to wait in memory. */
  send(event: string | Buffer): boolean;
  /** Shows the other side, and whatever is on the way, that somebody is here. */
  beat(): void;
  onDrain(resume: () => void): void;
  end(): void;
  /** Ends it at once: who does not read would never come to the end. */
  cut(): void;
}

const reconnectMs = 1000;

/** An event as it goes over the wire. */
export function eventText(event: string, json: string): string {
  return `event: ${event}\ndata: ${json}\n\n`;
}

export function eventStream(reply: FastifyReply): EventStream {
  const { raw } = reply;
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  reply.hijack();
  raw.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${reconnectMs}\n\n`);
  return {
    send: (event) => raw.write(event),
    beat: () => void raw.write(': still here\n\n'),
    onDrain: (resume) => void raw.on('drain', resume),
    end: () => void raw.end(),
    cut: () => void raw.destroy(),
  };
}
