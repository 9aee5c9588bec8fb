import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** Every route that an app mounts while `build` makes it, as `GET /path`: also those that no description lists. */
export async function mountedBy<T>(build: () => Promise<T>): Promise<{ built: T; routes: string[] }> {
  const routes: string[] = [];
  const listen = (message: unknown) => {
    fastifyOf(message).addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((each) => `${each} ${url}`));
    });
  };
  subscribe('fastify.initialization', listen);
  const built = await build();
  unsubscribe('fastify.initialization', listen);
  return { built, routes };
}

/** The framework says so of this channel. */
function fastifyOf(message: unknown): FastifyInstance {
  return (message as { fastify: FastifyInstance }).fastify;
}
