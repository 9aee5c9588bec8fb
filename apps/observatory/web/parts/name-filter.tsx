import { FilterSelect } from '@octo/ui/react/filter-select.tsx';

interface NameFilterProps {
  label: string;
  anyLabel: string;
  known: readonly string[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** One of the names that are known; the one that the address says is always among them. */
export function NameFilter({ label, anyLabel, known, value, onChange }: NameFilterProps) {
  const names = new Set(value === undefined ? known : [...known, value]);
  return (
    <FilterSelect
      label={label}
      anyLabel={anyLabel}
      options={[...names].map((name) => ({ value: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
