import type { Fault } from '../fault.ts';
import { deadCrm } from './dead-crm.ts';
import { errorBurst } from './error-burst.ts';
import { lockStorm } from './lock-storm.ts';
import { poolExhaustion } from './pool-exhaustion.ts';
import { slowStatement } from './slow-statement.ts';

/** Every fault that there is, as data. */
export const allFaults: readonly Fault[] = [slowStatement, lockStorm, errorBurst, deadCrm, poolExhaustion];
