import type { Dashboard } from '@octo/contracts/crm/dashboard.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { useCan } from '../../session/session.ts';
import classes from './dashboard.module.css';

/** The products that run out first. */
export function LowStockSection({ attention }: { attention: Dashboard['attention'] }) {
  const canSee = useCan()('products.read');
  const { lowest_stock: lowest, low_stock_below: below } = attention;
  return (
    <Section title="Runs out first" aside="units left">
      {lowest.length === 0 && <p className="muted">Every active product has {below} units or more.</p>}
      <ul className={classes.stock}>
        {lowest.map(({ product_id, name, stock }) => (
          <li key={product_id}>
            {canSee ? (
              <Link className={classes.product} to={`/products/${product_id}`}>
                {name} <Units stock={stock} />
              </Link>
            ) : (
              <div className={classes.product}>
                {name} <Units stock={stock} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Units({ stock }: { stock: number }) {
  return <span className={stock === 0 ? 'badge badge-bad' : 'number'}>{formatCount(stock)}</span>;
}
