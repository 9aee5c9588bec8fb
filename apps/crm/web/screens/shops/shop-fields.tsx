import { Textarea, TextInput } from '@mantine/core';
import { optionsOf } from '@octo/ui/react/statuses.ts';
import classes from '../../parts/edit/fields.module.css';
import type { Fields } from '../../parts/edit/use-fields.ts';
import { RadioCards } from '../../parts/radio-cards.tsx';
import { shopStatuses } from '../../parts/statuses.ts';
import { type ShopValues, shopLabels, statusMeanings } from './shop-values.ts';

interface ShopFieldsProps {
  fields: Fields<ShopValues>;
  /** As it is saved; a new shop has none yet. */
  savedSlug?: string;
}

const statuses = optionsOf(shopStatuses).map((option) => ({ ...option, meaning: statusMeanings[option.value] }));
const longest = { name: 200, slug: 80, region: 80, currency: 3, address: 500, notes: 2000 };

export function ShopFields({ fields, savedSlug }: ShopFieldsProps) {
  const { text, values } = fields;
  return (
    <div className={classes.fields}>
      <TextInput className={classes.wide ?? ''} label={shopLabels.name} maxLength={longest.name} {...text('name')} />
      <TextInput
        label={shopLabels.slug}
        description="A shop process finds its storefront by it (SHOP_SLUG)."
        maxLength={longest.slug}
        spellCheck={false}
        autoCapitalize="none"
        {...text('slug')}
      />
      <TextInput
        label={shopLabels.storefront_url}
        description="Where buyers find it."
        type="url"
        maxLength={longest.address}
        {...text('storefront_url')}
      />
      {savedSlug !== undefined && values.slug !== savedSlug && <SlugWarning slug={savedSlug} />}
      <TextInput label={shopLabels.region} maxLength={longest.region} {...text('region')} />
      <TextInput
        label={shopLabels.currency}
        maxLength={longest.currency}
        autoCapitalize="characters"
        {...text('currency')}
      />
      <div className={classes.wide}>
        <RadioCards label={shopLabels.status} options={statuses} {...fields.choice('status')} />
      </div>
      <Textarea
        className={classes.wide ?? ''}
        label={shopLabels.notes}
        description="For those who work here."
        rows={3}
        maxLength={longest.notes}
        {...text('notes')}
      />
    </div>
  );
}

function SlugWarning({ slug }: { slug: string }) {
  return (
    <p className={`notice notice-warn ${classes.wide}`} role="status">
      <span>
        A shop that runs with <span className="mono">{slug}</span> loses its storefront: it learns of no change any
        more, and does not start again until it is given the new slug.
      </span>
    </p>
  );
}
