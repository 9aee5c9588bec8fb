import { AppError } from './app-error.ts';

/** A Conflict: somebody else changed the thing since the version that an edit was made from. Carries it as it stands now. */
export class StaleEdit<Current> extends AppError {
  readonly current: Current;

  constructor(code: string, message: string, current: Current) {
    super('Conflict', code, message);
    this.current = current;
  }
}
