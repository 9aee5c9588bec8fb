import { getTraceStory, getXray } from '@octo/contracts/crm/xray.ts';
import type { FastifyInstance } from 'fastify';
import { contextOf, mount } from '../access.ts';
import type { Crm } from '../context.ts';
import { readXray } from '../xray/read-xray.ts';
import { readStory } from '../xray/story/read-story.ts';

/** The story behind a record: what is written about it, and what its traces tell. */
export function xrayRoutes(app: FastifyInstance, crm: Crm): void {
  mount(app, crm, getXray, async ({ params, raw }) => readXray(contextOf(crm, raw), params.kind, params.id));

  mount(app, crm, getTraceStory, async ({ params, raw }) =>
    readStory(contextOf(crm, raw), crm.observatory, params.trace_id),
  );
}
