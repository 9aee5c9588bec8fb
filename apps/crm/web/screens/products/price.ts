const mostDollars = 1_000_000;

/** What somebody typed as a price, in dollars; `fault` says what is wrong with it. */
export function readPrice(typed: string): { dollars: number } | { fault: string } {
  const text = typed.trim();
  if (text === '') return { fault: 'Enter a price.' };
  if (/^\d+,\d{1,2}$/.test(text)) return { fault: `Write it with a point: ${text.replace(',', '.')}` };
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return { fault: `Write it without commas: ${text.replaceAll(',', '')}` };
  if (/^-/.test(text)) return { fault: 'A price cannot be below zero.' };
  if (/^\d+\.\d{3,}$/.test(text)) return { fault: 'A price has at most two decimal places.' };
  if (!/^(\d+(\.\d{0,2})?|\.\d{1,2})$/.test(text)) return { fault: 'Enter a number such as 499.90.' };
  const dollars = Number(text);
  return dollars > mostDollars ? { fault: 'A price is at most 1,000,000.00.' } : { dollars };
}

/** A price as it stands in its field: with both places. */
export function priceText(dollars: number): string {
  return dollars.toFixed(2);
}
