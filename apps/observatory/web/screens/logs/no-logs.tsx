import { Button } from '@mantine/core';
import { Empty } from '@octo/ui/react/standstill.tsx';

interface NoLogsProps {
  isNarrowed: boolean;
  onClear(): void;
}

export function NoLogs({ isNarrowed, onClear }: NoLogsProps) {
  if (!isNarrowed)
    return (
      <Empty icon="logs" title="No log line yet">
        <p>What the services write appears here within two seconds, joined to the request that it was written in.</p>
      </Empty>
    );
  return (
    <Empty icon="search" title="No line fits">
      <p>No log line says this. Ask for less.</p>
      <Button variant="default" onClick={onClear}>
        Show all lines
      </Button>
    </Empty>
  );
}
