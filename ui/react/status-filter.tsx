import { FilterSelect } from './filter-select.tsx';
import { optionsOf, type Statuses } from './statuses.ts';

interface StatusFilterProps<Name extends string> {
  statuses: Statuses<Name>;
  value: Name | undefined;
  onChange(value: Name | undefined): void;
}

/** Narrows a list to what has one status. */
export function StatusFilter<Name extends string>({ statuses, value, onChange }: StatusFilterProps<Name>) {
  return (
    <FilterSelect
      label="Status"
      anyLabel="Any status"
      options={optionsOf(statuses)}
      value={value}
      onChange={onChange}
    />
  );
}
