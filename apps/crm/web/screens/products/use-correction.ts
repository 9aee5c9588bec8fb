import type { correctStock, ProductDetail } from '@octo/contracts/crm/products.ts';
import { formatCount } from '@octo/ui/format.ts';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useFields } from '../../parts/edit/use-fields.ts';
import { toast } from '../../parts/toast.ts';
import { blankCorrection, type CorrectionValues, checkCorrection, toDelta } from './correction-values.ts';

/** The form of one movement of a product's stock. */
export function useCorrection({ id, stock }: ProductDetail) {
  const client = useQueryClient();
  const fields = useFields({ initial: blankCorrection, check: checkCorrection });
  const { mutate, isPending: isBusy } = useMutation({
    mutationFn: (values: CorrectionValues) => sendCorrection(id, values),
    onSuccess: ({ product }, sent) => {
      fields.restart(blankCorrection, sent);
      toast({ title: `From ${formatCount(stock)} to ${formatCount(product.stock)} units` });
      client.setQueryData(['product', id], { product });
      for (const key of ['products', 'dashboard', 'audit']) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => fields.refuse(asApiProblem(error)),
    // Refused, the stock may be another one than was shown; without an answer, the movement may be booked.
    onSettled: () => client.invalidateQueries({ queryKey: ['product', id] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && fields.isSound()) mutate(fields.values);
  };
  return { ...fields, isBusy, submit };
}

async function sendCorrection(id: number, values: CorrectionValues) {
  const { warehouse_id, reason } = values;
  const warehouse = warehouse_id === '' ? {} : { warehouse_id: Number(warehouse_id) };
  return await request<typeof correctStock>('POST /api/products/:id/stock-movements', {
    params: { id },
    body: { delta: toDelta(values) ?? 0, reason, ...warehouse },
  });
}
