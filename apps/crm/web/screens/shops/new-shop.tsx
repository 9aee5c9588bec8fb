import type { addShop } from '@octo/contracts/crm/shops.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import classes from '../../parts/edit/edit-page.module.css';
import { FormFrame } from '../../parts/edit/form-frame.tsx';
import { useAddition } from '../../parts/edit/use-addition.ts';
import { NotForYou } from '../../parts/not-for-you.tsx';
import { toast } from '../../parts/toast.ts';
import { useCan } from '../../session/session.ts';
import { ShopFields } from './shop-fields.tsx';
import { blankShop, checkShop, shopLabels, toNewShop } from './shop-values.ts';

export function NewShop() {
  const can = useCan();
  return (
    <>
      <PageHeader title="New shop" back={{ to: '/shops', label: 'Shops' }} />
      {can('shops.manage') ? <NewShopForm /> : <NotForYou what="adding shops" />}
    </>
  );
}

function NewShopForm() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const addition = useAddition({
    blank: blankShop,
    check: checkShop,
    send: (values) => request<typeof addShop>('POST /api/shops', { body: toNewShop(values) }),
    onAdded: ({ shop }) => {
      client.setQueryData(['shop', shop.id], { shop });
      for (const key of ['shops', 'audit']) void client.invalidateQueries({ queryKey: [key] });
      toast({ title: `${shop.name} is added` });
      void navigate(`/shops/${shop.id}`);
    },
  });
  return (
    <div className={classes.new}>
      <Section title="Storefront">
        <FormFrame form={addition} labels={shopLabels} submitLabel="Add the shop">
          <ShopFields fields={addition} />
        </FormFrame>
      </Section>
    </div>
  );
}
