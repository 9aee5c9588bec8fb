import { Button } from '@mantine/core';
import { Empty } from '@octo/ui/react/standstill.tsx';

interface NoErrorsProps {
  isNarrowed: boolean;
  onClear(): void;
}

export function NoErrors({ isNarrowed, onClear }: NoErrorsProps) {
  return (
    <Empty icon="check" title={isNarrowed ? 'No such error' : 'No page has failed in this time'}>
      <p>
        An error that no code of a page catches is told here, with its place in the source and the visits that met it.
      </p>
      {isNarrowed && (
        <Button variant="default" onClick={onClear}>
          Show all errors
        </Button>
      )}
    </Empty>
  );
}
