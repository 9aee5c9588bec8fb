import type { XrayStep, XrayTrace } from '@octo/contracts/crm/xray.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SomeOf } from './some-of.tsx';
import { stepWords } from './step-words.ts';
import classes from './trace-list.module.css';

interface TraceListProps {
  traces: readonly XrayTrace[];
  untraced: readonly XrayStep[];
  chosen: string | undefined;
  onChoose(traceId: string): void;
}

/** Every trace that touched the record, in the order of time; one of them is open. */
export function TraceList({ traces, untraced, chosen, onChoose }: TraceListProps) {
  return (
    <Section title="What touched it" aside={formatQuantity(traces.length, 'trace')}>
      {traces.length === 0 && (
        <p className="muted">No trace id was kept of anything that was done about it, so there is none to open.</p>
      )}
      <SomeOf items={traces} first={12} noun="trace">
        {(shown) => (
          <ol className={classes.traces}>
            {shown.map(({ trace_id, first_at, steps }) => (
              <li key={trace_id}>
                <button
                  type="button"
                  className={classes.trace}
                  aria-pressed={trace_id === chosen}
                  onClick={() => onChoose(trace_id)}
                >
                  <span className={classes.steps}>{wordsIn(steps)}</span>
                  <span className={classes.about}>
                    <span className="mono">{trace_id.slice(0, 8)}</span>{' '}
                    {first_at !== null && <Instant at={first_at} />}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </SomeOf>
      {traces.length > 0 && untraced.length > 0 && (
        <p className={classes.untraced}>Without a trace id: {wordsIn(untraced)}.</p>
      )}
    </Section>
  );
}

/** Each thing once: a message goes out with what it tells of. */
function wordsIn(steps: readonly XrayStep[]): string {
  return [...new Set(steps.map(stepWords))].join(' · ');
}
