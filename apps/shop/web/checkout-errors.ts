import type { FieldProblem } from '@octo/contracts/problem.ts';

/** What to do about each field, in the buyer's words. */
const advice: Readonly<Record<string, string>> = {
  customer_name: 'Enter your name, up to 200 characters',
  customer_email: 'Enter your e-mail address, like name@example.com',
  shipping_address: 'Enter the address to deliver to, up to 500 characters',
  payment_method: 'Choose how to pay',
  payment_token: 'Choose a card to pay with',
  notes: 'Keep the note under 1,000 characters',
};

/** The problems of a form, each once, in the order of its fields. */
export function checkoutErrors(problems: readonly FieldProblem[]): FieldProblem[] {
  const known = Object.entries(advice).filter(([field]) => problems.some((problem) => problem.field === field));
  const others = problems.filter((problem) => !(problem.field in advice));
  return [...known.map(([field, message]) => ({ field, message })), ...others];
}
