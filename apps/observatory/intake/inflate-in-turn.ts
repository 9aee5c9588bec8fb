import { gunzip } from 'node:zlib';
import { errorCodes } from 'fastify';
import { malformed } from '../otlp/malformed.ts';
import { tooMuchAtOnce } from './too-much-at-once.ts';

/** Unpacks a body, never beyond so many bytes. Throws LimitExceeded when too many wait for it already. */
export type Inflate = (body: Buffer, mostBytes: number) => Promise<Buffer>;

const mostWaiting = 64;

/** Unpacks one body after the other: few bytes become many, and those of many senders at once more than there is memory for. */
export function inflateInTurn(): Inflate {
  let waiting = 0;
  let before: Promise<void> = Promise.resolve();
  return async (body, mostBytes) => {
    if (waiting >= mostWaiting) throw tooMuchAtOnce();
    waiting += 1;
    const inflated = before.then(() => inflate(body, mostBytes));
    before = inflated.then(next, next);
    return await inflated;
  };

  function next(): void {
    waiting -= 1;
  }
}

function inflate(body: Buffer, maxOutputLength: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength }, (error, inflated) => {
      if (!error) resolve(inflated);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      else reject(malformed('it is no gzip'));
    });
  });
}
