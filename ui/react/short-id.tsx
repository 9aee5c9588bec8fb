import { Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Icon } from './icon.tsx';
import classes from './short-id.module.css';

interface ShortIdProps {
  id: string;
  /** What it names, for who cannot see: “trace id”. */
  label: string;
  length?: number;
}

const copiedMs = 1_500;

/** The beginning of a long id; a click copies the whole of it. */
export function ShortId({ id, label, length = 8 }: ShortIdProps) {
  const { copied, copy } = useClipboard({ timeout: copiedMs });
  return (
    <>
      <Tooltip label={copied ? 'Copied' : id}>
        <button type="button" className={classes.id} onClick={() => copy(id)}>
          <span className="visually-hidden">Copy {label} </span>
          <span className="mono">{id.slice(0, length)}</span>
          <Icon name={copied ? 'check' : 'copy'} size={14} />
        </button>
      </Tooltip>
      <span className="visually-hidden" role="status">
        {copied && 'Copied'}
      </span>
    </>
  );
}
