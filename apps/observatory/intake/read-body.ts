import { gunzip } from 'node:zlib';
import { errorCodes, type FastifyRequest } from 'fastify';
import { malformed } from '../otlp/malformed.ts';

/** On the wire, and for one that is not compressed. */
export const bodyLimitBytes = 8 * 1024 * 1024;
const inflatedLimitBytes = 16 * 1024 * 1024;

/** The body as it was before it was compressed. It is never inflated beyond what is taken. */
export async function readBody(request: FastifyRequest): Promise<Buffer> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(`encoding ${encoding}`);
  return await inflate(body);
}

function inflate(body: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength: inflatedLimitBytes }, (error, inflated) => {
      if (!error) resolve(inflated);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      else reject(malformed('it is no gzip'));
    });
  });
}
