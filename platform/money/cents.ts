const decimalPattern = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/;

/** Decimal text as the database keeps money ("499.99") → integer cents (49999). Throws RangeError on anything else. */
export function centsFromDecimal(decimal: string): number {
  const match = decimalPattern.exec(decimal);
  if (!match) throw new RangeError(`not an amount with two places: ${decimal}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) throw new RangeError(`amount out of range: ${decimal}`);
  return sign && cents !== 0 ? -cents : cents;
}

/** Integer cents (49999) → decimal text for the database ("499.99"). Throws RangeError on fractions. */
export function decimalFromCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not integer cents: ${cents}`);
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The decimal number that JSON carries (499.99) → integer cents (49999); undefined for one with more than two places. */
export function centsFromDollars(dollars: number): number | undefined {
  const decimal = String(dollars);
  return /^-?\d{1,13}(\.\d{1,2})?$/.test(decimal) ? centsFromDecimal(decimal) : undefined;
}

/** Integer cents → the decimal number that JSON carries (499.99). */
export function dollarsFromCents(cents: number): number {
  return Number(decimalFromCents(cents));
}
