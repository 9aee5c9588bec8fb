import type { Ctx } from '../../context.ts';
import type { FaultEffect, FaultTarget } from '../fault.ts';
import { listActiveFaults } from '../list-active-faults.ts';
import type { EffectPorts } from './effect-ports.ts';
import { installEffect } from './install-effect.ts';

/** What a service lets a fault take hold of. */
export interface BreakableService extends Pick<EffectPorts, 'ctx' | 'sessions' | 'requests'> {
  /** For reading what is applied; with sessions that no fault takes away. */
  watchCtx: Ctx;
}

interface WantedFault {
  id: string;
  expiresAt: Date;
  effect: FaultEffect;
}

/** Which faults a service is to have in place now, and how each is put there. */
export function faultsOf(target: FaultTarget, { watchCtx, ...service }: BreakableService) {
  return {
    read: async (): Promise<WantedFault[]> => {
      const active = await listActiveFaults(watchCtx);
      const own = active.filter(({ fault }) => fault.target === target);
      return own.map(({ fault, expiresAt }) => ({ id: fault.id, expiresAt, effect: fault.effect }));
    },
    install: ({ effect }: WantedFault, telling: Pick<EffectPorts, 'marks' | 'inTrace'>) =>
      installEffect(effect, { ...service, ...telling }),
  };
}
