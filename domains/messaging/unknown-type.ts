import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';

/** For a message that its receiver is not the consumer of. */
export function unknownType(): AppError {
  return faultyField('Invalid', 'messaging.unknown_type', 'type', 'This service takes no messages of this type.');
}
