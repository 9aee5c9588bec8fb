import type { ProductDetail } from '@octo/contracts/crm/products.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { useCan } from '../../session/session.ts';
import classes from './stock.module.css';
import { StockCorrection } from './stock-correction.tsx';

/** What every warehouse holds of a product, and the way to put it right. */
export function StockSection({ product }: { product: ProductDetail }) {
  const can = useCan();
  return (
    <Section title="Stock">
      <table className={classes.levels}>
        <caption className="visually-hidden">Units by warehouse</caption>
        <thead>
          <tr>
            <th scope="col">Warehouse</th>
            <th scope="col">Units</th>
          </tr>
        </thead>
        <tbody>
          {product.stock_levels.map(({ warehouse_id, warehouse_name, quantity }) => (
            <tr key={warehouse_id}>
              <th scope="row">{warehouse_name}</th>
              <td data-none={quantity === 0}>{formatCount(quantity)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>{formatCount(product.stock)}</td>
          </tr>
        </tfoot>
      </table>
      {can('stock.manage') && <StockCorrection product={product} />}
    </Section>
  );
}
