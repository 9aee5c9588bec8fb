import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bytes that lie ready, with their compressed form where it is smaller. */
export interface EncodedContent {
  body: Buffer;
  brotli?: Buffer;
  contentType: string;
}

const takesBrotli = /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i;

export function readsBrotli(request: FastifyRequest): boolean {
  return takesBrotli.test(String(request.headers['accept-encoding']));
}

/** Sends the bytes in the smallest form that the client reads. */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, content: EncodedContent): FastifyReply {
  reply.type(content.contentType);
  if (!content.brotli || !readsBrotli(request)) return reply.send(content.body);
  return reply.header('content-encoding', 'br').send(content.brotli);
}
