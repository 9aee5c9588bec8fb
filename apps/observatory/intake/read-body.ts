import { gunzip } from 'node:zlib';
import { errorCodes, type FastifyRequest } from 'fastify';
import type { Format } from '../otlp/answer.ts';
import { malformed } from '../otlp/malformed.ts';

/**
 * On the wire and once it is unpacked. JSON is read in one piece and takes many times its bytes meanwhile, where protobuf is
 * read field by field: so there is less room for it.
 */
export const bodyLimits: Readonly<Record<Format, number>> = { protobuf: 16 * 1024 * 1024, json: 4 * 1024 * 1024 };

/** The body as it was before it was compressed. It is never inflated beyond what is taken. */
export async function readBody(request: FastifyRequest, format: Format): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(`encoding ${encoding}`);
  return await inflate(body, bodyLimits[format]);
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
