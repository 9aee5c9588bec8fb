const most = 1_000_000;

/** What somebody typed as a number of units; `fault` says what is wrong with it. */
export function readUnits(typed: string, least = 1): { units: number } | { fault: string } {
  const text = typed.trim();
  if (text === '') return { fault: 'Enter how many units.' };
  if (/^[-−+]/.test(text)) return { fault: 'Enter the number without a sign.' };
  if (!/^\d{1,15}$/.test(text)) return { fault: 'Enter a whole number of units, such as 5.' };
  const units = Number(text);
  if (units < least) return { fault: 'Enter one unit or more.' };
  return units > most ? { fault: 'At most 1,000,000 units at once.' } : { units };
}
