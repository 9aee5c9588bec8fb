import { AppError } from '@octo/platform/errors/app-error.ts';
import { sweepLostCode } from '../codes.ts';

export function sweepLost(): AppError {
  const message = 'This sweep took too long, and another replica has closed it. Look at the runs, and try again.';
  return new AppError('Conflict', sweepLostCode, message);
}
