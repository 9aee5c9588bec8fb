import { AppError } from '@octo/platform/errors/app-error.ts';
import { StaleEdit } from '@octo/platform/errors/stale-edit.ts';

/** Waits for an edit. Who was too late is told both versions: what stands now as `current`, what they sent as `yours`. */
export async function showingBoth<T>(edit: Promise<T>, toWire: (current: T) => object, yours: object): Promise<T> {
  try {
    return await edit;
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error;
    const extensions = { current: toWire(error.current), yours };
    throw new AppError(error.kind, error.code, error.message, { extensions, cause: error });
  }
}
