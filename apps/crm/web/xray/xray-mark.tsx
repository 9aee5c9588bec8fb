import { Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Icon } from '@octo/ui/react/icon.tsx';
import { use } from 'react';
import { useCan } from '../session/session.ts';
import { mayXray } from './may-xray.ts';
import { XrayContext, type XrayTarget } from './xray-context.ts';
import classes from './xray-mark.module.css';

interface XrayMarkProps extends XrayTarget {
  /** What the record is called: “order OCTO-17”. */
  name: string;
  /** Of the record that the whole page is about: the key x opens it. */
  isOfPage?: boolean;
}

/** Opens the story behind a record; quiet until somebody needs it, and there for operators alone. */
export function XrayMark({ kind, id, name, isOfPage = false }: XrayMarkProps) {
  const open = use(XrayContext);
  const can = useCan();
  if (!open || !mayXray(can, kind)) return null;
  const show = () => open({ kind, id });
  return (
    <Tooltip label={isOfPage ? 'X-ray: the story behind it (x)' : 'X-ray: the story behind it'}>
      <button
        type="button"
        className={classes.mark}
        aria-label={`X-ray of ${name}`}
        aria-keyshortcuts={isOfPage ? 'x' : undefined}
        onClick={show}
      >
        <Icon name="xray" size={16} />
        {isOfPage && <XrayKey onPress={show} />}
      </button>
    </Tooltip>
  );
}

function XrayKey({ onPress }: { onPress(): void }) {
  useHotkeys([['x', onPress]]);
  return null;
}
