import { type ApiProblem, isPassing } from './api/api-problem.ts';
import type { IconName } from './icon-paths.ts';

interface FailureWords {
  title: string;
  message: string;
  icon: IconName;
  canRetry: boolean;
}

/** How a failure is told to the person who wanted to see something. */
export function failureWords(problem: ApiProblem): FailureWords {
  const { status, message } = problem;
  if (status === 403)
    return {
      title: 'This is not for your role',
      message: `${message} If you need it, ask an administrator.`,
      icon: 'lock',
      canRetry: false,
    };
  if (status === 404) return { title: 'Not found', message, icon: 'search', canRetry: false };
  if (isPassing(problem)) return { title: 'Not available just now', message, icon: 'clock', canRetry: true };
  return { title: 'This could not be shown', message, icon: 'warning', canRetry: status !== 400 };
}
