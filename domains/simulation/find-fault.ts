import type { Fault } from './fault.ts';
import { allFaults } from './faults/all-faults.ts';

export function findFault(id: string): Fault | undefined {
  return allFaults.find((fault) => fault.id === id);
}
