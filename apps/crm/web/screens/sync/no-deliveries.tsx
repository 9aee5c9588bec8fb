import { Button } from '@mantine/core';
import { Empty } from '@octo/ui/react/standstill.tsx';

const titles = {
  dead: 'No dead letters',
  waiting: 'Nothing waits',
  delivered: 'Nothing was delivered yet',
  discarded: 'Nothing was discarded',
  all: 'No messages yet',
};

interface NoDeliveriesProps {
  state: keyof typeof titles;
  onShowAll(): void;
}

export function NoDeliveries({ state, onShowAll }: NoDeliveriesProps) {
  return (
    <Empty icon="sync" title={titles[state]}>
      <p>
        {state === 'dead'
          ? 'Every message arrived, or waits for its turn. One that is refused, or fails eight times, is shown here.'
          : 'Shop and CRM tell each other here what happened to an order.'}
      </p>
      {state !== 'all' && (
        <Button variant="default" onClick={onShowAll}>
          Show all messages
        </Button>
      )}
    </Empty>
  );
}
