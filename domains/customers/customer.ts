import { AppError } from '@octo/platform/errors/app-error.ts';
import { centsFromDecimal } from '@octo/platform/money/cents.ts';

export interface Customer {
  id: number;
  name: string;
  email: string;
  phone: string | null;
  company: string | null;
  industry: string | null;
  /** What the company turns over in a year, as far as it is known. */
  revenueCents: number;
  notes: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export function toCustomer({ revenue, ...row }: Omit<Customer, 'revenueCents'> & { revenue: string }): Customer {
  return { ...row, revenueCents: centsFromDecimal(revenue) };
}

export function customerNotFound(): AppError {
  return new AppError('NotFound', 'customers.not_found', 'This customer does not exist.');
}
