import type { FastifyInstance } from 'fastify';

/** A form sends also the fields that nobody filled in: `?service=&q=checkout` asks for no service. */
export function dropEmptyQueries(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query }) => {
    const given: Record<string, unknown> = Object(query);
    for (const [name, value] of Object.entries(given)) if (value === '') delete given[name];
  });
}
