import { Button } from '@mantine/core';
import { formatQuantity } from '@octo/ui/format.ts';
import { type ReactNode, useState } from 'react';

interface SomeOfProps<Item> {
  items: readonly Item[];
  /** So many are shown until somebody asks for all. */
  first: number;
  /** What one of them is called: “span”. */
  noun: string;
  children(shown: readonly Item[]): ReactNode;
}

/** The beginning of a long list, and the rest when it is asked for. */
export function SomeOf<Item>({ items, first, noun, children }: SomeOfProps<Item>) {
  const [isWhole, setIsWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, items.length - first);
  return (
    <>
      {children(hidden > 0 ? items.slice(0, first) : items)}
      {hidden > 0 && (
        <div>
          <Button variant="subtle" onClick={() => setIsWhole(true)}>
            Show {formatQuantity(hidden, `more ${noun}`)}
          </Button>
        </div>
      )}
    </>
  );
}
