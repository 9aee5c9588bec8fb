import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';

/** Somebody with an account, as an administrator sees them. */
export interface Person {
  id: number;
  username: string;
  email: string;
  role: string | null;
  isActive: boolean;
  lastLoginAt: Date | null;
  openSessions: number;
  createdAt: Date;
}

export function personNotFound(): AppError {
  return faultyField('NotFound', 'identity.user_not_found', 'id', 'There is nobody with this id.');
}
