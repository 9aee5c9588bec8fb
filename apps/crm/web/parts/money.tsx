import { formatMoney } from '@octo/ui/format.ts';

interface MoneyProps {
  amount: number;
  currency?: string;
}

/** An amount as it comes over the wire; in a column it stands to the right. */
export function Money({ amount, currency = 'USD' }: MoneyProps) {
  return <span className="number">{formatMoney(amount, currency)}</span>;
}
