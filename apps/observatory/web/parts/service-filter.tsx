import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { useServiceNames } from '../api/use-services.ts';

interface ServiceFilterProps {
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** One of the services that were heard of; the one that the address names is always among them. */
export function ServiceFilter({ value, onChange }: ServiceFilterProps) {
  const known = useServiceNames();
  const names = value === undefined || known.includes(value) ? known : [...known, value];
  return (
    <FilterSelect
      label="Service"
      anyLabel="Any service"
      options={names.map((name) => ({ value: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
