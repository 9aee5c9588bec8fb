import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ProductDetail } from '@octo/contracts/crm/products.ts';
import { formatCount } from '@octo/ui/format.ts';
import { FormErrors } from '../../parts/form-errors.tsx';
import { type CorrectionValues, correctionLabels, stockAfter } from './correction-values.ts';
import classes from './stock.module.css';
import { useCorrection } from './use-correction.ts';
import { useWarehouses } from './use-warehouses.ts';

/** Books units in or out, with a reason that stays in the ledger. */
export function StockCorrection({ product }: { product: ProductDetail }) {
  const warehouses = useWarehouses();
  const { values, text, problem, isBusy, submit } = useCorrection(product);
  return (
    <form className={classes.correction} onSubmit={submit} noValidate aria-labelledby="correction">
      <h3 id="correction">Correct the stock</h3>
      <FormErrors problem={problem} labels={correctionLabels} />
      <div className={classes.amount}>
        <NativeSelect
          label={correctionLabels.direction}
          data={[
            { value: 'in', label: 'Add' },
            { value: 'out', label: 'Take out' },
          ]}
          {...text('direction')}
        />
        <TextInput
          label={correctionLabels.delta}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          {...text('delta')}
        />
      </div>
      <NativeSelect
        label={correctionLabels.warehouse_id}
        data={[{ value: '', label: anyWarehouse(values, warehouses) }, ...warehouses]}
        {...text('warehouse_id')}
      />
      <TextInput
        label={correctionLabels.reason}
        placeholder="Counted, damaged, delivered…"
        autoComplete="off"
        maxLength={200}
        {...text('reason')}
      />
      <div className={classes.foot}>
        <p className="muted number" role="status">
          {preview(product, values)}
        </p>
        <Button type="submit" variant="default" loading={isBusy}>
          Correct
        </Button>
      </div>
    </form>
  );
}

function anyWarehouse({ direction }: CorrectionValues, warehouses: readonly { label: string }[]): string {
  if (direction === 'out') return 'Any, in their order';
  return warehouses[0] ? `Any: ${warehouses[0].label}` : 'Any';
}

function preview({ stock }: ProductDetail, values: CorrectionValues): string {
  const after = stockAfter(stock, values);
  return after === undefined ? '' : `From ${formatCount(stock)} to ${formatCount(after)} units`;
}
