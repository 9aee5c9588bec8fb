import * as endpoints from '@octo/contracts/query-lab.ts';
import { listExecutions, listNamedQueries, runQuery } from '@octo/domains/workflows';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Gateway } from '../context.ts';
import { toWireExecution, toWireResult } from '../wire/execution.ts';
import { toWireQuery } from '../wire/named-query.ts';

/** Queries by their name, and what came of them. */
export function queryLabRoutes(app: FastifyInstance, gateway: Gateway): void {
  mount(app, gateway, endpoints.listNamedQueries, async ({ raw }) => {
    const queries = await listNamedQueries(contextOf(gateway, raw));
    return { queries: queries.map(toWireQuery) };
  });

  mount(app, gateway, endpoints.runNamedQuery, async ({ body, raw }) =>
    toWireResult(await runQuery(contextOf(gateway, raw), { queryName: body.query_name.trim() })),
  );

  mount(app, gateway, endpoints.listExecutions, async ({ query, raw }) => {
    const { query_name: queryName, ...page } = query;
    const { items, next } = await listExecutions(contextOf(gateway, raw), { ...page, queryName });
    return { items: items.map(toWireExecution), next };
  });
}
