import { useClipboard } from '@mantine/hooks';
import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import type { IconName } from '@octo/ui/react/icon-paths.ts';
import { Link, useLocation } from 'react-router';
import { logsPath, tracePath } from '../paths.ts';
import { meaningOf } from './attribute-meaning.ts';
import { attributeText } from './attribute-text.ts';
import classes from './log-details.module.css';
import { hasMoreThanList } from './log-message.ts';
import { fieldTerm, withTerm } from './log-terms.ts';
import { isoOf } from './nano.ts';

const stackName = attributeNames.errorStack;

/** All that a line says, and where each of it leads. */
export function LogDetails({ log }: { log: LogRecord }) {
  const { service, instance, severity, traceId, spanId, body, attributes } = log;
  const { [stackName]: stack, ...fields } = attributes;
  const named = Object.entries(fields).sort(([one], [other]) => one.localeCompare(other));
  return (
    <div className={classes.details}>
      <p className={classes.links}>
        <AroundLink id={log.id} />
        {traceId !== null && <Link to={tracePath(traceId, spanId)}>{spanId === null ? 'Its trace' : 'Its span'}</Link>}
        {traceId !== null && <Link to={logsPath({ traceId })}>Lines of its trace</Link>}
      </p>
      {hasMoreThanList(body) && <LongText name="message" text={body} />}
      <dl className={classes.fields}>
        <Field name="time" value={isoOf(log.timeUnixNano)} isPlain />
        <Field name="severity" value={severity || 'Not said'} isPlain={severity === ''} />
        <Field name="service" value={service} />
        {instance !== null && <Field name={attributeNames.serviceInstance} value={instance} />}
        {traceId !== null && <Field name="trace_id" value={traceId} />}
        {spanId !== null && <Field name="span_id" value={spanId} />}
        {named.map(([name, value]) => (
          <Field key={name} name={name} value={value} />
        ))}
      </dl>
      {typeof stack === 'string' && <LongText name={stackName} text={stack} />}
    </div>
  );
}

/** A text of many lines, as it was written. */
function LongText({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <p className={classes.textName}>
        {name} <CopyButton text={text} label={name} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

/** The search stays in the address, to go back to. */
function AroundLink({ id }: { id: string }) {
  const { pathname, search } = useLocation();
  const asked = new URLSearchParams(pathname === '/logs' ? search : '');
  if (asked.get('line') === id) return null;
  asked.set('line', id);
  return <Link to={`/logs?${asked}`}>Around this line</Link>;
}

interface FieldProps {
  name: string;
  value: unknown;
  /** Nothing to search by in the box. */
  isPlain?: boolean;
}

function Field({ name, value, isPlain = false }: FieldProps) {
  const text = attributeText(value);
  return (
    <div>
      <dt title={meaningOf(name)}>{name}</dt>
      <dd>
        <span className="mono">{text}</span>
        <span className={classes.actions}>
          {!isPlain && <TermLink term={fieldTerm(name, value)} icon="plus" words={`Only lines with ${name}=${text}`} />}
          {!isPlain && <TermLink term={fieldTerm(name, value, '!=')} icon="minus" words={`Without ${name}=${text}`} />}
          <CopyButton text={text} label={name} />
        </span>
      </dd>
    </div>
  );
}

function TermLink({ term, icon, words }: { term: string | undefined; icon: IconName; words: string }) {
  const { pathname, search } = useLocation();
  if (term === undefined) return null;
  // On the page of logs the search goes on from what is asked there; elsewhere it begins with this.
  const asked = new URLSearchParams(pathname === '/logs' ? search : '');
  for (const name of ['line', 'scope']) asked.delete(name);
  asked.set('q', withTerm(asked.get('q') ?? undefined, term));
  return (
    <Link to={`/logs?${asked}`} className={classes.action} aria-label={words} title={words}>
      <Icon name={icon} size={14} />
    </Link>
  );
}

const copiedMs = 1500;

function CopyButton({ text, label }: { text: string; label: string }) {
  const { copied, copy } = useClipboard({ timeout: copiedMs });
  const words = copied ? 'Copied' : `Copy ${label}`;
  return (
    <button type="button" className={classes.action} aria-label={words} title={words} onClick={() => copy(text)}>
      <Icon name={copied ? 'check' : 'copy'} size={14} />
    </button>
  );
}
