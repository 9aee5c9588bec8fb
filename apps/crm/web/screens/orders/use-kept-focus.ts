import { useEffect } from 'react';
import { focusHeading } from './focus-heading.ts';
import type { OrderStepRun } from './use-order-step.ts';

/** After a step, the keyboard goes on at the heading when what had the focus is gone: a dialog, or a button that was the last step. */
export function useKeptFocus({ isDone, conflict, chosen }: OrderStepRun): void {
  const isOver = isDone || conflict !== undefined;
  useEffect(() => {
    if (!isOver || chosen === undefined) return;
    const waiting = requestAnimationFrame(() => {
      const focused = document.activeElement;
      const isLost = focused === null || focused === document.body || focused.closest('[role="dialog"]') !== null;
      if (isLost) focusHeading();
    });
    return () => cancelAnimationFrame(waiting);
  }, [isOver, chosen]);
}
