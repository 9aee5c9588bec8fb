import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { readsBrotli, sendEncoded } from '@octo/platform/http/send-encoded.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is made once and sent to many. */
export interface ReadyBytes {
  body: Buffer;
  etag: string;
  contentType: string;
  /** The compressed form, made for the first who can read it. */
  brotli(): Promise<Buffer>;
}

const compress = promisify(brotliCompress);
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

export function toReadyBytes(text: string, contentType: string): ReadyBytes {
  const body = Buffer.from(text);
  const etag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  let packed: Promise<Buffer> | undefined;
  const brotli = () => {
    packed ??= compress(body, quick);
    return packed;
  };
  return { body, etag, contentType, brotli };
}

export const htmlType = 'text/html; charset=utf-8';
export const jsonType = 'application/json; charset=utf-8';

/** Sends them: compressed to who can read that, and not at all to who has them already. */
export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  ready: ReadyBytes,
  cacheControl = 'no-cache',
): FastifyReply | Promise<FastifyReply> {
  reply.headers({ etag: ready.etag, 'cache-control': cacheControl, vary: 'accept-encoding' });
  if (request.headers['if-none-match']?.includes(ready.etag)) return reply.code(304).send();
  const { body, contentType } = ready;
  if (!readsBrotli(request)) return sendEncoded(request, reply, { body, contentType });
  return ready.brotli().then((brotli) => sendEncoded(request, reply, { body, contentType, brotli }));
}
