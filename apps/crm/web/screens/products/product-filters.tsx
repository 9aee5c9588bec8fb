import { formatQuantity } from '@octo/ui/format.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useCategories, useShopChoices } from './choices.ts';

type Name = 'search' | 'category' | 'shop_id' | 'status' | 'stock_below' | 'sort_by';

interface ProductFiltersProps {
  values: Partial<Record<Name, string>>;
  set(name: Name, value: string | undefined): void;
}

const usualLimits = ['1', '25', '100'];

export function ProductFilters({ values, set }: ProductFiltersProps) {
  const shops = useShopChoices();
  const categories = useCategories();
  return (
    <Toolbar>
      <SearchBox
        label="Search products"
        placeholder="Name, SKU or category"
        value={values.search}
        onChange={(text) => set('search', text)}
      />
      <FilterSelect
        label="Category"
        anyLabel="Any category"
        options={withChosen(categories, values.category).map((value) => ({ value, label: value }))}
        value={values.category}
        onChange={(value) => set('category', value)}
      />
      <FilterSelect
        label="Shop"
        anyLabel="Any shop"
        options={shops}
        value={values.shop_id}
        onChange={(value) => set('shop_id', value)}
      />
      <FilterSelect
        label="Stock"
        anyLabel="Any stock"
        options={withChosen(usualLimits, values.stock_below).map((value) => ({ value, label: stockLabel(value) }))}
        value={values.stock_below}
        onChange={(value) => set('stock_below', value)}
      />
      <FilterSelect
        label="Status"
        anyLabel="Active"
        options={[
          { value: 'inactive', label: 'Inactive' },
          { value: 'all', label: 'Any status' },
        ]}
        value={values.status}
        onChange={(value) => set('status', value)}
      />
    </Toolbar>
  );
}

/** What the address asks for is among the choices, whether it is a usual one or not. */
function withChosen(choices: readonly string[], chosen: string | undefined): string[] {
  return chosen === undefined || choices.includes(chosen) ? [...choices] : [...choices, chosen];
}

function stockLabel(below: string): string {
  return below === '1' ? 'Sold out' : `Below ${formatQuantity(Number(below), 'unit')}`;
}
