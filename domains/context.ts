import type { Tables } from '@octo/database/tables.ts';
import type { Context } from '@octo/platform/context/context.ts';
import { type QueryKit, queriesOf } from '@octo/platform/database/query.ts';

/** What every verb of ours is given. */
export type Ctx = Context<Tables>;

export const query: QueryKit<Tables> = queriesOf<Tables>();
