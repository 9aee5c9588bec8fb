import type { WorkflowsCtx } from '../workflows-context.ts';
import { catalogue, isMeantToFail, type NamedQuery } from './catalogue.ts';

export interface ListedQuery extends Omit<NamedQuery, 'columns' | 'statement'> {
  /** As it is sent to the engine of this platform. */
  sql: string;
  isMeantToFail: boolean;
}

/** Every query of the lab, in a fixed order. */
export async function listNamedQueries({ lab }: Pick<WorkflowsCtx, 'lab'>): Promise<ListedQuery[]> {
  return catalogue.map(({ columns: _, statement, ...named }) => ({
    ...named,
    sql: statement.textFor(lab.db, { rows: lab.rowLimit + 1 }),
    isMeantToFail: isMeantToFail({ ...named, columns: {}, statement }),
  }));
}
