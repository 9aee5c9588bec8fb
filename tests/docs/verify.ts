import { addressFault } from './addresses.ts';
import { blockFault } from './blocks.ts';
import type { Claim } from './claims.ts';
import { codeFault } from './code.ts';
import type { Facts } from './facts.ts';
import { figuresFault } from './figures.ts';

/** What is wrong with a claim, with its place and what to do about it. */
export async function faultOf(claim: Claim, facts: Facts): Promise<string | undefined> {
  const fault = await findFault(claim, facts);
  return fault === undefined ? undefined : `${claim.page}:${claim.line}: ${fault}`;
}

async function findFault(claim: Claim, facts: Facts): Promise<string | undefined> {
  switch (claim.kind) {
    case 'code':
      return codeFault(claim.text, facts);
    case 'block':
      return blockFault(claim, facts);
    case 'address':
      return addressFault(claim.text);
    case 'figures':
      return figuresFault(claim.text, facts);
  }
}
