import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

const longestAddress = 45;

/**
 * The address that a request comes from, as the nearest proxy tells it. What stands in its place and is no address is taken
 * for none: then it is that of the connection.
 */
export function callerAddress(request: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  return [request.ip, request.socket.remoteAddress].find(isAddress) ?? 'unknown';
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && text.length <= longestAddress && isIP(text) !== 0;
}
