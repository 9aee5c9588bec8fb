import { type AppError, faultyField } from '@octo/platform/errors/app-error.ts';

export const contentChanged = 'messaging.content_changed';

/** For a message whose id is known with other content. */
export function tampered(): AppError {
  return faultyField('Conflict', contentChanged, 'id', 'This message was received before with other content.');
}
