import { Autocomplete, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../../parts/edit/fields.module.css';
import type { Fields } from '../../parts/edit/use-fields.ts';
import { useCategories, useShopChoices } from './choices.ts';
import { type ProductValues, productLabels } from './product-values.ts';

interface ProductFieldsProps {
  /** Of a product, or of what has its fields and more. */
  fields: Pick<Fields<ProductValues>, 'values' | 'text' | 'choice' | 'toggle'>;
  /** The shop that the product is in. */
  shop?: { id: number | null; name: string | null };
  /** A field beside the price, for what there is not yet. */
  firstUnits?: ReactNode;
}

const longest = { name: 200, sku: 50, category: 100, price: 12, image: 500, description: 4000 };

export function ProductFields({ fields, shop, firstUnits }: ProductFieldsProps) {
  const shops = useShopChoices(shop);
  const categories = useCategories();
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.wide ?? ''}
        label={productLabels.name}
        maxLength={longest.name}
        {...fields.text('name')}
      />
      <TextInput
        label={productLabels.sku}
        description="One of a kind; capitals make no difference."
        maxLength={longest.sku}
        spellCheck={false}
        autoCapitalize="characters"
        {...fields.text('sku')}
      />
      <Autocomplete
        label={productLabels.category}
        description="Choose one, or type a new one."
        data={[...categories]}
        comboboxProps={{ shadow: 'md' }}
        maxLength={longest.category}
        {...fields.choice('category')}
      />
      <TextInput
        label={productLabels.price}
        description="US dollars."
        inputMode="decimal"
        leftSection="$"
        maxLength={longest.price}
        {...fields.text('price')}
      />
      <NativeSelect
        label={productLabels.shop_id}
        description="The storefront that sells it."
        data={[{ value: '', label: 'No shop' }, ...shops]}
        {...fields.text('shop_id')}
      />
      {firstUnits}
      <Textarea
        className={classes.wide ?? ''}
        label={productLabels.description}
        rows={5}
        maxLength={longest.description}
        {...fields.text('description')}
      />
      <TextInput
        className={classes.wide ?? ''}
        label={productLabels.image_url}
        description="A path of the shop, such as /images/products/falcon.svg. Without one the shop draws the product."
        maxLength={longest.image}
        spellCheck={false}
        autoCapitalize="none"
        {...fields.text('image_url')}
      />
      <Switch
        className={classes.wide ?? ''}
        label={productLabels.is_active}
        description={meaningOf(fields.values)}
        {...fields.toggle('is_active')}
      />
    </div>
  );
}

/** What the switch does to buyers. */
function meaningOf({ is_active, shop_id }: ProductValues): string {
  if (!is_active) return 'Hidden: buyers neither see it nor can order it. Orders placed before go on.';
  if (shop_id === '') return 'Without a shop nobody sees it, though it is active.';
  return 'Buyers of its shop see it and can order it.';
}
