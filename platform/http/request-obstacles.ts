import type { Attributes } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spanOf } from './request-span.ts';

/** A route by its method and its template. */
export interface RoutePlace {
  readonly method: string;
  readonly route: string;
}

/** What can be put in the way of requests on purpose; `marks` are put on the spans of those it meets. */
export interface RequestObstacles {
  /** Fails this share of the requests to a route, as if something had gone wrong in it, until it is disposed of. */
  failShare(place: RoutePlace, obstacle: { share: number; marks: Attributes }): Disposable;
  /** Hangs up on whoever calls a route, before anything that they sent is read, until it is disposed of. */
  hangUp(place: RoutePlace, obstacle: { marks: Attributes }): Disposable;
  /** Meets a request on its way in; what it gives is the failure to answer with. */
  meet(request: FastifyRequest, reply: FastifyReply): Error | undefined;
}

type Obstacle = (request: FastifyRequest, reply: FastifyReply) => Error | undefined;

export function createRequestObstacles(): RequestObstacles {
  const obstacles = new Map<string, Obstacle>();
  const put = ({ method, route }: RoutePlace, obstacle: Obstacle): Disposable => {
    const key = `${method} ${route}`;
    obstacles.set(key, obstacle);
    return { [Symbol.dispose]: () => void (obstacles.get(key) === obstacle && obstacles.delete(key)) };
  };
  return {
    failShare: (place, { share, marks }) => {
      const isNext = drawShare(share);
      return put(place, (request) => {
        if (!isNext()) return undefined;
        spanOf(request)?.setAttributes(marks);
        return new Error('failed on purpose');
      });
    },
    hangUp: (place, { marks }) =>
      put(place, (request, reply) => {
        spanOf(request)?.setAttributes(marks);
        reply.hijack();
        request.raw.socket.destroy();
        return undefined;
      }),
    meet: (request, reply) => {
      if (obstacles.size === 0) return undefined;
      return obstacles.get(`${request.method} ${request.routeOptions.url}`)?.(request, reply);
    },
  };
}

/** True for this share of the calls, spread as evenly as can be: the same calls give the same answers. */
function drawShare(share: number): () => boolean {
  let calls = 0;
  let drawn = 0;
  return () => {
    calls += 1;
    if (drawn + 1 > calls * share) return false;
    drawn += 1;
    return true;
  };
}
