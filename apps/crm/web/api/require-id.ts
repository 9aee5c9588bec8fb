import { ApiProblem } from '@octo/ui/react/api/api-problem.ts';

/** Spares the API an address that names nothing, such as /products/none. Throws ApiProblem. */
export function requireId(id: number, what: string): void {
  if (Number.isSafeInteger(id) && id > 0) return;
  throw new ApiProblem({ status: 404, code: `${what}.not_found`, message: `This ${what} does not exist.` });
}
