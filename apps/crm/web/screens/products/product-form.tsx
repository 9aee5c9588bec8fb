import type { changeProduct, ProductDetail } from '@octo/contracts/crm/products.ts';
import { formatMoney } from '@octo/ui/format.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { useQueryClient } from '@tanstack/react-query';
import { ConflictDialog } from '../../parts/edit/conflict-dialog.tsx';
import { FormFrame } from '../../parts/edit/form-frame.tsx';
import { useEdit } from '../../parts/edit/use-edit.ts';
import { useShopChoices } from './choices.ts';
import { readPrice } from './price.ts';
import { ProductFields } from './product-fields.tsx';
import { checkProduct, type ProductValues, productLabels, toProductFields, toProductValues } from './product-values.ts';

/** The product for who may change it. */
export function ProductForm({ product }: { product: ProductDetail }) {
  const client = useQueryClient();
  const shop = { id: product.shop_id, name: product.shop_name };
  const shops = useShopChoices(shop);
  const edit = useEdit<ProductDetail, ProductValues>({
    saved: product,
    toValues: toProductValues,
    check: checkProduct,
    send: async (changed, version) => {
      const body = { ...toProductFields(changed), version };
      const params = { id: product.id };
      return (await request<typeof changeProduct>('PATCH /api/products/:id', { params, body })).product;
    },
    onSaved: (product) => {
      client.setQueryData(['product', product.id], { product });
      for (const key of ['products', 'dashboard', 'audit']) void client.invalidateQueries({ queryKey: [key] });
      void client.invalidateQueries({ queryKey: ['product', product.id, 'history'] });
    },
  });
  return (
    <>
      <FormFrame form={edit} labels={productLabels} submitLabel="Save">
        <ProductFields fields={edit} shop={shop} />
      </FormFrame>
      <ConflictDialog
        edit={edit}
        name={product.name}
        labels={productLabels}
        toValues={toProductValues}
        show={(field, values) => shown(field, values, shops)}
      />
    </>
  );
}

function shown(field: keyof ProductValues, values: ProductValues, shops: ReturnType<typeof useShopChoices>): string {
  if (field === 'is_active') return values.is_active ? 'Yes' : 'No';
  if (field === 'shop_id') return shops.find(({ value }) => value === values.shop_id)?.label ?? 'No shop';
  const text = values[field];
  if (field !== 'price') return text || 'Nothing';
  const price = readPrice(text);
  return 'dollars' in price ? formatMoney(price.dollars) : text;
}
