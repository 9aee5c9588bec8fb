import type { FastifyInstance } from 'fastify';
import { AppError } from '../../errors/app-error.ts';
import { sendEncoded } from '../send-encoded.ts';
import type { Pages } from './load-pages.ts';

const hidden = { schema: { hide: true } };

/** Built pages at their paths, and their files. Everybody may have them: what they show comes from the API, which asks who it is. */
export function pageRoutes(app: FastifyInstance, pages: Pages, paths: readonly string[]): void {
  for (const path of paths)
    app.get(path, hidden, async (_request, reply) => reply.type('text/html; charset=utf-8').send(pages.draw(reply)));

  app.get<{ Params: { name: string } }>('/assets/:name', hidden, async (request, reply) => {
    const asset = pages.findAsset(request.params.name);
    if (!asset) throw new AppError('NotFound', 'http.not_found', 'There is no such file.');
    reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    return sendEncoded(request, reply, asset);
  });
}
