import { TextInput } from '@mantine/core';
import type { addProduct } from '@octo/contracts/crm/products.ts';
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
import { blankNewProduct, checkNewProduct, newProductLabels, toNewProduct } from './new-product-values.ts';
import { ProductFields } from './product-fields.tsx';

export function NewProduct() {
  const can = useCan();
  return (
    <>
      <PageHeader title="New product" back={{ to: '/products', label: 'Products' }} />
      {can('products.manage') ? <NewProductForm /> : <NotForYou what="adding products" />}
    </>
  );
}

function NewProductForm() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const addition = useAddition({
    blank: blankNewProduct,
    check: checkNewProduct,
    send: (values) => request<typeof addProduct>('POST /api/products', { body: toNewProduct(values) }),
    onAdded: ({ product }) => {
      client.setQueryData(['product', product.id], { product });
      for (const key of ['products', 'dashboard', 'shops']) void client.invalidateQueries({ queryKey: [key] });
      toast({ title: `${product.name} is added` });
      void navigate(`/products/${product.id}`);
    },
  });
  return (
    <div className={classes.new}>
      <Section title="Details">
        <FormFrame form={addition} labels={newProductLabels} submitLabel="Add the product">
          <ProductFields
            fields={addition}
            firstUnits={
              <TextInput
                label={newProductLabels.stock}
                description="They go into the first warehouse. None if left empty."
                inputMode="numeric"
                maxLength={7}
                {...addition.text('stock')}
              />
            }
          />
        </FormFrame>
      </Section>
    </div>
  );
}
