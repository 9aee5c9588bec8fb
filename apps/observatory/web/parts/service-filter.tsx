import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { useServiceNames } from '../api/use-services.ts';

interface ServiceFilterProps {
  label?: string;
  anyLabel?: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** One of the services that were heard of; the one that the address names is always among them. */
export function ServiceFilter({ label = 'Service', anyLabel = 'Any service', value, onChange }: ServiceFilterProps) {
  const known = useServiceNames();
  const names = value === undefined || known.includes(value) ? known : [...known, value];
  return (
    <FilterSelect
      label={label}
      anyLabel={anyLabel}
      options={names.map((name) => ({ value: name, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
