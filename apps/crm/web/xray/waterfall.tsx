import type { XraySpan, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatCount, formatMilliseconds } from '@octo/ui/format.ts';
import { SomeOf } from './some-of.tsx';
import classes from './waterfall.module.css';

const deepest = 10;
const seriesCount = 6;
const mostAtFirst = 30;

/** The spans in little space: who did what, when in the trace, and for how long. */
export function Waterfall({ spans: { rows, total, services } }: Pick<XrayTraceStory, 'spans'>) {
  const end = Math.max(1, ...rows.map(({ start_ms, duration_ms }) => start_ms + duration_ms));
  // What failed is seen at once.
  const first = Math.max(mostAtFirst, rows.findLastIndex(({ is_error }) => is_error) + 1);
  return (
    <>
      <SomeOf items={rows} first={first} noun="span">
        {(shown) => (
          <ol className={classes.spans} aria-label="Spans of the trace">
            {shown.map((span) => (
              <SpanRow key={span.span_id} span={span} end={end} color={colorOf(span, services)} />
            ))}
          </ol>
        )}
      </SomeOf>
      {rows.length < total && (
        <p className="muted">
          {formatCount(rows.length)} of {formatCount(total)} spans: those that failed, and the first.
        </p>
      )}
    </>
  );
}

interface SpanRowProps {
  span: XraySpan;
  /** When the last of them ends. */
  end: number;
  color: string;
}

function SpanRow({ span, end, color }: SpanRowProps) {
  const { depth, service, name, start_ms, duration_ms, is_error, is_untrusted } = span;
  const place = { insetInlineStart: percent(start_ms / end), inlineSize: percent(duration_ms / end) };
  return (
    <li className={classes.span} data-failed={is_error}>
      <span className={classes.name} style={{ paddingInlineStart: `${Math.min(depth, deepest) * 0.75}rem` }}>
        <span className={classes.service} style={{ borderInlineStartColor: color }}>
          {service}
        </span>{' '}
        <span>{name}</span>
        {is_error && <span className="badge badge-bad">failed</span>}
        {is_untrusted && <span className="badge">from a browser, unproven</span>}
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ ...place, background: color }} />
      </span>
      <span className={classes.duration}>{formatMilliseconds(duration_ms)}</span>
    </li>
  );
}

function colorOf({ service, is_error }: XraySpan, services: readonly string[]): string {
  const place = Math.max(0, services.indexOf(service));
  return is_error ? 'var(--bad)' : `var(--series-${(place % seriesCount) + 1})`;
}

function percent(share: number): string {
  return `${share * 100}%`;
}
