import type { Kysely } from 'kysely';
import type { Logger } from '../telemetry/logger.ts';
import { tellRunningStatements } from './running-statements.ts';
import { checkSpans } from './span-check.ts';

/** What a service does about what it asks of its database: checks that it can be seen, and tells of what takes long. */
export function watchDatabase<Tables>(db: Kysely<Tables>, logger: Logger): Disposable {
  const resources = new DisposableStack();
  resources.use(tellRunningStatements(logger));
  resources.use(checkSpans(db, logger));
  return resources;
}
