import type { changeShop, Shop } from '@octo/contracts/crm/shops.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { oneOfThese } from '@octo/ui/react/statuses.ts';
import { useQueryClient } from '@tanstack/react-query';
import { ConflictDialog } from '../../parts/edit/conflict-dialog.tsx';
import { FormFrame } from '../../parts/edit/form-frame.tsx';
import { useEdit } from '../../parts/edit/use-edit.ts';
import { shopStatuses } from '../../parts/statuses.ts';
import { CloseShopDialog } from './close-shop-dialog.tsx';
import { ShopFields } from './shop-fields.tsx';
import { checkShop, type ShopValues, shopLabels, toShopFields, toShopValues } from './shop-values.ts';

/** The shop for who may change it. */
export function ShopForm({ shop }: { shop: Shop }) {
  const client = useQueryClient();
  const edit = useEdit<Shop, ShopValues>({
    saved: shop,
    toValues: toShopValues,
    check: checkShop,
    needsConsent: ({ status }) => status !== undefined && status !== 'active',
    send: async (changed, version) => {
      const body = { ...toShopFields(changed), version };
      return (await request<typeof changeShop>('PATCH /api/shops/:id', { params: { id: shop.id }, body })).shop;
    },
    onSaved: (shop) => {
      client.setQueryData(['shop', shop.id], { shop });
      for (const key of ['shops', 'products', 'product', 'audit']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <>
      <FormFrame form={edit} labels={shopLabels} submitLabel="Save">
        <ShopFields fields={edit} savedSlug={shop.slug} />
      </FormFrame>
      <CloseShopDialog edit={edit} name={shop.name} />
      <ConflictDialog edit={edit} name={shop.name} labels={shopLabels} toValues={toShopValues} show={shown} />
    </>
  );
}

function shown(field: keyof ShopValues, values: ShopValues): string {
  const status = field === 'status' ? oneOfThese(shopStatuses, values.status) : undefined;
  return status === undefined ? values[field] || 'Nothing' : shopStatuses[status].label;
}
