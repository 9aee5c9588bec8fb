import { Button } from '@mantine/core';
import { Empty } from '@octo/ui/react/standstill.tsx';
import { NoServices } from '../services/no-services.tsx';

interface NoTracesProps {
  isNarrowed: boolean;
  onClear(): void;
}

export function NoTraces({ isNarrowed, onClear }: NoTracesProps) {
  if (!isNarrowed) return <NoServices />;
  return (
    <Empty icon="search" title="No trace fits">
      <p>A trace is listed when one of its spans matches all that you ask for. Ask for less, or look further back.</p>
      <Button variant="default" onClick={onClear}>
        Show all traces
      </Button>
    </Empty>
  );
}
