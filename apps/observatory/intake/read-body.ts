import { errorCodes, type FastifyRequest } from 'fastify';
import type { Format } from '../otlp/answer.ts';
import type { Inflate } from './inflate-in-turn.ts';

/**
 * On the wire and once it is unpacked. JSON is read in one piece and takes many times its bytes meanwhile, where protobuf is
 * read field by field: so there is less room for it.
 */
export const bodyLimits: Readonly<Record<Format, number>> = { protobuf: 16 * 1024 * 1024, json: 4 * 1024 * 1024 };

/** The body as it was before it was compressed. It is never inflated beyond what is taken. */
export async function readBody(request: FastifyRequest, format: Format, inflate: Inflate): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(`encoding ${encoding}`);
  return await inflate(body, bodyLimits[format]);
}
