// Customers: people and companies who buy. The CRM owns them; the shop may add one, never change one it does not know.
import { traced } from '@octo/platform/telemetry/traced.ts';
import { findOrAddCustomer as findOrAdd } from './find-or-add-customer.ts';

export const { findOrAddCustomer } = traced('customers', { findOrAddCustomer: findOrAdd });
