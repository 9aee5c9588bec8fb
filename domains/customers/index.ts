// Customers: people and companies who buy. The CRM owns them; the shop may add one, never change one it does not know.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { findOrAddCustomer as findOrAdd } from './find-or-add-customer.ts';
import { getCustomer as get } from './get-customer.ts';
import { getCustomerByEmail as getByEmail } from './get-customer-by-email.ts';
import { listCustomers as list } from './list-customers.ts';

export type { Customer } from './customer.ts';
export { segmentOf } from './segment.ts';

export const { findOrAddCustomer, getCustomer, getCustomerByEmail, listCustomers } = traced('customers', {
  findOrAddCustomer: findOrAdd,
  getCustomer: get,
  getCustomerByEmail: getByEmail,
  listCustomers: list,
});
