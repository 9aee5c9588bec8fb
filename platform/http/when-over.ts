import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** For a caller who hung up before the answer was out, as proxies count it. */
const clientClosedRequest = 499;

/** Calls once per request, when its answer is out or its caller is gone. */
export function whenOver(
  app: FastifyInstance,
  note: (request: FastifyRequest, reply: FastifyReply, status: number) => void,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply;
    raw.once('close', () => note(request, reply, raw.writableEnded ? raw.statusCode : clientClosedRequest));
    done();
  });
}
