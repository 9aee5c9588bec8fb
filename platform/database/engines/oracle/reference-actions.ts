import type { ReferencesNode } from 'kysely';
import { refuse } from './refuse.ts';

type ReferenceActions = Pick<ReferencesNode, 'onDelete' | 'onUpdate'>;

/** What Oracle has to be told about a reference: it refuses the loss of a referenced row by itself, without a word for it. */
export function spokenActions({ onDelete, onUpdate }: ReferenceActions): Pick<ReferenceActions, 'onDelete'> {
  if (onUpdate !== undefined && !isImplied(onUpdate)) refuse('ON UPDATE', 'never change a key');
  if (onDelete === 'set default') refuse('ON DELETE SET DEFAULT', 'use set null or cascade');
  return onDelete === undefined || isImplied(onDelete) ? {} : { onDelete };
}

function isImplied(action: NonNullable<ReferencesNode['onDelete']>): boolean {
  return action === 'no action' || action === 'restrict';
}
