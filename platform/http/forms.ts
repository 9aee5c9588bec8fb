import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { originOf, refuseForeignForms } from './same-origin.ts';
import { useFormValidation } from './validation.ts';

/** Lets the routes of a plugin take HTML forms and nothing else: fields are read as the type they are meant to be, an empty one is an absent one. */
export async function acceptForms(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  refuseForeignForms(app, originOf(publicUrl));
  app.removeAllContentTypeParsers();
  await app.register(formbody);
  useFormValidation(app);
  app.addHook('preValidation', async (request) => {
    request.query = withoutBlanks(request.query);
    if (request.body !== undefined) request.body = withoutBlanks(request.body);
  });
}

function withoutBlanks(fields: unknown): Record<string, unknown> {
  const filled = Object.entries(fields ?? {}).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return Object.fromEntries(filled);
}
