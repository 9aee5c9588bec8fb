import { createRequire } from 'node:module';

const { transformErr, getErr } = driverErrors(createRequire(import.meta.url)('oracledb/lib/errors.js'));

/**
 * A failure as the thin driver throws it, made by the driver's own code: `ORA-00060` comes from the server (and a lost session
 * as NJS-500 that remembers its number), `NJS-040` from the driver itself.
 */
export function oracleError(code: string, text = 'something of a customer: ada@example.com'): Error {
  const number = Number(code.slice(4));
  if (code.startsWith('NJS-')) return getErr(number, text);
  const error = Object.assign(new Error(`${code}: ${text}`), { errorNum: number, offset: 0, isRecoverable: false });
  return transformErr(error);
}

interface DriverErrors {
  transformErr(error: Error): Error;
  getErr(number: number, ...values: unknown[]): Error;
}

/** The driver has no declarations for what it keeps to itself. */
function driverErrors(module: unknown): DriverErrors {
  return module as DriverErrors;
}
