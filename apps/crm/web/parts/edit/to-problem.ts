import { ApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { pleaseCheck } from '../form-faults.ts';

/** What a page found wrong by itself, told as the server would tell it; undefined when nothing is. */
export function toProblem(faults: Readonly<Record<string, string | undefined>>): ApiProblem | undefined {
  const fields = Object.entries(faults).flatMap(([field, message]) =>
    message === undefined ? [] : [{ field, message }],
  );
  if (fields.length === 0) return undefined;
  return new ApiProblem({ status: 400, code: 'form.invalid', message: pleaseCheck(fields.length), fields });
}
