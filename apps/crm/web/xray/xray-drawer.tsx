import { Drawer } from '@mantine/core';
import { useState } from 'react';
import type { XrayTarget } from './xray-context.ts';
import { XrayStory } from './xray-story.tsx';

export interface XrayDrawerProps {
  target: XrayTarget;
  isOpen: boolean;
  onClose(): void;
}

/** The story of a record beside the page that it is on. */
export function XrayDrawer({ target, isOpen, onClose }: XrayDrawerProps) {
  const [chosen, setChosen] = useState<string>();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      onExitTransitionEnd={() => setChosen(undefined)}
      position="right"
      size="min(48rem, 100%)"
      title="X-ray"
      transitionProps={{ duration: 140 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <XrayStory key={`${target.kind} ${target.id}`} target={target} traceId={chosen} onTrace={setChosen} isBeside />
    </Drawer>
  );
}
