import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { sendEncoded } from '@octo/platform/http/send-encoded.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is made once and sent to many. */
export interface ReadyBytes {
  body: Buffer;
  brotli: Buffer;
  etag: string;
  contentType: string;
}

const compress = promisify(brotliCompress);
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

export async function toReadyBytes(text: string, contentType: string): Promise<ReadyBytes> {
  const body = Buffer.from(text);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, brotli: await compress(body, quick), etag, contentType };
}

export const htmlType = 'text/html; charset=utf-8';
export const jsonType = 'application/json; charset=utf-8';

/** Sends them: compressed to who can read that, and not at all to who has them already. */
export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  ready: ReadyBytes,
  cacheControl = 'no-cache',
): FastifyReply {
  reply.headers({ etag: ready.etag, 'cache-control': cacheControl, vary: 'accept-encoding' });
  if (request.headers['if-none-match']?.includes(ready.etag)) return reply.code(304).send();
  return sendEncoded(request, reply, ready);
}
