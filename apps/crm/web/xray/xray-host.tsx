import { TraceTool } from '@octo/ui/react/trace-tool.ts';
import { type ComponentType, type ReactNode, useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import { XrayContext, type XrayTarget } from './xray-context.ts';
import type { XrayDrawerProps } from './xray-drawer.tsx';
import { XrayMark } from './xray-mark.tsx';

/** Lets every mark below open the story of its record beside the page. Whoever goes on to another page leaves it behind. */
export function XrayHost({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  const [shown, setShown] = useState<{ target: XrayTarget; at: string }>();
  const [Drawer, setDrawer] = useState<ComponentType<XrayDrawerProps>>();
  const open = useCallback(
    (target: XrayTarget) => {
      setShown({ target, at: key });
      void import('./xray-drawer.tsx').then(({ XrayDrawer }) => setDrawer(() => XrayDrawer));
    },
    [key],
  );
  const isOpen = shown !== undefined && shown.at === key;
  return (
    <XrayContext value={open}>
      <TraceTool value={TraceMark}>
        {children}
        {Drawer && shown && <Drawer target={shown.target} isOpen={isOpen} onClose={() => setShown(undefined)} />}
      </TraceTool>
    </XrayContext>
  );
}

function TraceMark({ traceId }: { traceId: string }) {
  return <XrayMark kind="trace" id={traceId} name="what went wrong" />;
}
