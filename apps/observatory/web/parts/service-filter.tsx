import { useServiceNames } from '../api/use-services.ts';
import { NameFilter } from './name-filter.tsx';

interface ServiceFilterProps {
  label?: string;
  anyLabel?: string;
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** One of the services that were heard of. */
export function ServiceFilter({ label = 'Service', anyLabel = 'Any service', ...choice }: ServiceFilterProps) {
  return <NameFilter label={label} anyLabel={anyLabel} known={useServiceNames()} {...choice} />;
}
