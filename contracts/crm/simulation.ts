import { type Static, Type } from 'typebox';
import { guarded } from '../endpoint.ts';
import { Instant, Nullable } from '../scalars.ts';

// What operators break on purpose, to see what the observatory shows of it. Where CHAOS_ENABLED is not true, all of it answers 404.

const FaultId = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });

const Application = Type.Object({
  applied_by: Type.String(),
  applied_at: Instant,
  expires_at: Type.String({ format: 'date-time', description: 'It ends by itself then' }),
  trace_id: Nullable(Type.String({ description: 'Trace of the request that applied it' })),
});

export const Fault = Type.Object({
  id: FaultId,
  title: Type.String(),
  description: Type.String(),
  target: Type.Enum(['shop', 'crm'], { description: 'The service in which it takes place' }),
  active: Nullable(Application),
});
export type Fault = Static<typeof Fault>;

const tag = 'Simulation';
const access = 'simulation.manage';

export const listFaults = guarded({
  method: 'GET',
  path: '/api/simulation/faults',
  summary: 'What can be broken on purpose, and which of it is just now',
  tag,
  access,
  responses: { 200: Type.Object({ faults: Type.Array(Fault) }) },
});

export const applyFault = guarded({
  method: 'POST',
  path: '/api/simulation/faults',
  summary: 'Applies a fault, within a second or two and for an hour at most; 409 when it is applied already',
  tag,
  access,
  body: Type.Object({
    fault_id: FaultId,
    for_seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 3600, description: 'Two minutes when absent' })),
  }),
  responses: { 201: Type.Object({ fault: Fault }) },
});

export const clearFault = guarded({
  method: 'DELETE',
  path: '/api/simulation/faults/:fault_id',
  summary: 'Ends a fault, within a second or two; 404 for one that is not applied',
  tag,
  access,
  params: Type.Object({ fault_id: FaultId }),
  responses: { 200: Type.Object({ status: Type.Literal('cleared'), fault_id: FaultId }) },
});
