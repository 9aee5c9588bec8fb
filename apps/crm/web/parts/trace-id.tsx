import { Tooltip } from '@mantine/core';
import { Icon } from '@octo/ui/react/icon.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { useSession } from '../session/session.ts';
import classes from './trace-id.module.css';
import { tracePage } from './trace-page.ts';

interface TraceIdProps {
  id: string;
  /** Whose trace it is, for who cannot see: “trace of the acceptance”. */
  label?: string;
  length?: number;
}

/** A trace: opened in the observatory or in OCI APM where there is one, else its id to copy. */
export function TraceId({ id, label = 'trace', length = 8 }: TraceIdProps) {
  const page = tracePage(useSession(), id);
  if (page === undefined) return <ShortId id={id} label={`${label} id`} length={length} />;
  return (
    <Tooltip label={id}>
      <a className={classes.trace} href={page} target="_blank" rel="noopener">
        <span className="visually-hidden">Open {label} </span>
        <span className="mono">{id.slice(0, length)}</span>
        <Icon name="external" size={14} />
        <span className="visually-hidden"> in a new tab</span>
      </a>
    </Tooltip>
  );
}
