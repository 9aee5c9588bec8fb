import type { getCustomer } from '@octo/contracts/crm/customers.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../session/session.ts';
import classes from './customer-filter.module.css';
import { focusHeading } from './focus-heading.ts';

interface CustomerFilterProps {
  customerId: number;
  onRemove(): void;
}

/** Says whose orders are listed, and takes that away again. */
export function CustomerFilter({ customerId, onRemove }: CustomerFilterProps) {
  const canSee = useCan()('customers.read');
  const { data } = useQuery({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) =>
      request<typeof getCustomer>('GET /api/customers/:id', { params: { id: customerId }, signal }),
    enabled: canSee,
  });
  const remove = () => {
    onRemove();
    focusHeading();
  };
  const label = `Orders of ${data?.customer.name ?? 'one customer'}`;
  return (
    <button type="button" className={classes.filter} aria-label={`Remove the filter: ${label}`} onClick={remove}>
      {label}
      <Icon name="close" size={16} />
    </button>
  );
}
