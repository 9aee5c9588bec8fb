import type { FastifyInstance } from 'fastify';
import { ConfigurationError } from '../config/read-settings.ts';

/** Listens and returns the address a person can open. Throws ConfigurationError when it cannot have the port. */
export async function listen(app: FastifyInstance, at: { host: string; port: number }): Promise<string> {
  const address = await app.listen(at).catch((cause) => {
    throw explain(cause, at);
  });
  return address.replace('0.0.0.0', 'localhost').replace('[::]', 'localhost').replace('127.0.0.1', 'localhost');
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'another process listens there',
  EACCES: 'this user may not listen there',
  EADDRNOTAVAIL: 'this machine has no such address',
};

function explain(cause: unknown, { host, port }: { host: string; port: number }): unknown {
  const reason = cause instanceof Error && 'code' in cause ? reasons[String(cause.code)] : undefined;
  if (reason === undefined) return cause;
  return new ConfigurationError(`Cannot listen on ${host}, port ${port}: ${reason}. Set HOST and PORT to a free one.`);
}
