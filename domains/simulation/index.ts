// Simulation: what breaks the platform on purpose, so that people see what the observatory shows of it. Faults are data; the CRM
// says which of them are applied and for how long, and the service that one is for installs it and lets go by itself.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { applyFault as apply } from './apply-fault.ts';
import { clearFault as clear } from './clear-fault.ts';

export type { ActiveFault } from './active-fault.ts';
export { faultsOf } from './effects/faults-of.ts';
export type * from './fault.ts';
export { allFaults } from './faults/all-faults.ts';
// Polled once a second: a span of its own would drown the others.
export { listActiveFaults } from './list-active-faults.ts';

export const { applyFault, clearFault } = traced('simulation', { applyFault: apply, clearFault: clear });
