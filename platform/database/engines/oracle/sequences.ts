import { oracleIdentifier } from './identifiers.ts';

/** One number per block of ids: the sequence steps by the size of a block. */
export const nextIdBlockSql = 'select business_ids.nextval as first_id from dual';

/** A sequence whose every number stands for `step` ids. */
export function createSequenceSql({ name, start, step }: { name: string; start: number; step: number }): string {
  return `create sequence if not exists ${oracleIdentifier(name)} start with ${start} increment by ${step}`;
}
