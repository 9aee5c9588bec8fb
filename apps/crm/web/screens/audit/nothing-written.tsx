import { Button } from '@mantine/core';
import { Empty } from '@octo/ui/react/standstill.tsx';

export function NothingWritten({ isNarrowed, onClear }: { isNarrowed: boolean; onClear(): void }) {
  if (!isNarrowed)
    return (
      <Empty icon="audit" title="Nothing was changed yet">
        <p>The first change to an order, a product, a shop or a person appears here.</p>
      </Empty>
    );
  return (
    <Empty icon="audit" title="Nothing fits">
      <p>No write has exactly this. Resources and usernames are looked for as a whole, such as products/17.</p>
      <Button variant="default" onClick={onClear}>
        Show everything
      </Button>
    </Empty>
  );
}
