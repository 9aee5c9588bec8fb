import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import type { LoadedTrace } from './use-trace.ts';

interface CopyTraceProps {
  trace: LoadedTrace;
  logs: readonly LogRecord[];
}

const copiedMs = 1_500;

/** The spans and log lines that are on the page, for a report or a program. */
export function CopyTrace({ trace: { traceId, spanCount, spans }, logs }: CopyTraceProps) {
  const { copied, copy } = useClipboard({ timeout: copiedMs });
  return (
    <Button
      variant="default"
      leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
      onClick={() => copy(JSON.stringify({ traceId, spanCount, spans, logs }, undefined, 2))}
    >
      {copied ? 'Copied' : 'Copy as JSON'}
    </Button>
  );
}
