import type { FieldProblem } from '@octo/contracts/problem.ts';
import type { ApiProblem } from '@octo/ui/react/api/api-problem.ts';

/** What stands above a form: in one line what is wrong, then each field whose fault that line does not tell. */
export function formFaults({ code, message, fields }: ApiProblem): { title: string; faults: readonly FieldProblem[] } {
  // The API names the fields in its line, as they are called on the wire.
  if (code === 'http.invalid' && fields.length > 0) return { title: pleaseCheck(fields.length), faults: fields };
  return { title: message, faults: fields.filter((fault) => fault.message !== message) };
}

export function pleaseCheck(count: number): string {
  return count === 1 ? 'Please check one field' : `Please check ${count} fields`;
}
