import { deleteSearch, listSearches, renameSearch, saveSearch } from '@octo/contracts/observatory-searches.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { readSearchQuery } from '../searches/search-params.ts';

export function searchRoutes(app: FastifyInstance, { searches }: Observatory): void {
  route(app, listSearches, async () => ({ searches: searches.list() }));

  route(app, saveSearch, async ({ body: { page = 'traces', name, query }, reply }) => {
    reply.status(201);
    return searches.save({ page, name: name.trim(), query: readSearchQuery(page, query) });
  });

  route(app, renameSearch, async ({ params: { searchId }, body: { name } }) => searches.rename(searchId, name.trim()));

  route(app, deleteSearch, async ({ params: { searchId } }) => searches.remove(searchId));
}
