import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';

/** What a problem says about each field, to stand beside it. */
export function fieldFaults({ fields }: ApiProblem): Record<string, string> {
  return Object.fromEntries(fields.map(({ field, message }) => [field, sentence(message)]));
}

/** The API continues the name of the field: “is too long”. Beside the field it stands alone: “Is too long.” */
function sentence(message: string): string {
  const started = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(started) ? started : `${started}.`;
}
