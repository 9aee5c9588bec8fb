import { delayQuery } from '@octo/platform/database/delay-query.ts';
import { holdSessions } from '@octo/platform/database/hold-sessions.ts';
import type { FaultEffect } from '../fault.ts';
import type { EffectPorts } from './effect-ports.ts';
import { stormLocks } from './storm-locks.ts';

/** Puts an effect in place. Whoever disposes of the result takes it away, and nothing of it is left. */
export function installEffect(effect: FaultEffect, ports: EffectPorts): Disposable | AsyncDisposable {
  const { ctx, marks, requests } = ports;
  switch (effect.kind) {
    case 'slow-statement':
      return delayQuery(ctx.db, { queryName: effect.statement, delayMs: effect.delayMs, marks });
    case 'hold-sessions':
      return holdSessions(ctx.db, { sessions: ports.sessions - effect.spare, marks });
    case 'lock-storm':
      return stormLocks(effect, ports);
    case 'error-burst':
      return requests.failShare(effect, { share: effect.share, marks });
    case 'drop-deliveries':
      return requests.hangUp(effect, { marks });
  }
}
