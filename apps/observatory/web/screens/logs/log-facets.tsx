import type { LogSummary } from '@octo/contracts/observatory-logs.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { formatClock, formatCount } from '@octo/ui/format.ts';
import { fieldTerm, hasTerm, withoutTerm, withTerm } from '../../parts/log-terms.ts';
import { isoOf } from '../../parts/nano.ts';
import classes from './log-facets.module.css';
import { severityCounts } from './severity-counts.ts';
import type { LogAsked, LogParams } from './use-log-params.ts';

interface LogFacetsProps {
  summary: LogSummary;
  asked: LogAsked;
  change: LogParams['change'];
}

const fields = [
  ['event', attributeNames.event, 'Event'],
  ['route', attributeNames.route, 'Route'],
  ['code', attributeNames.errorCode, 'Error code'],
] as const;

/** What the lines have in common, and how often; each of it narrows the search, or widens it again. */
export function LogFacets({ summary, asked, change }: LogFacetsProps) {
  const { facets, countedBackToUnixNano } = summary;
  return (
    <div className={classes.facets}>
      {countedBackToUnixNano !== null && (
        <p className="muted">Counted back to {formatClock(isoOf(countedBackToUnixNano))}; there is more before.</p>
      )}
      <Facet
        title="Severity"
        facet={severityCounts(facets.severity)}
        label={(value) => `${value} or worse`}
        isChosen={(value) => asked.severity === value}
        onToggle={(value, isOn) => change({ severity: isOn ? value : undefined })}
      />
      <Facet
        title="Service"
        facet={facets.service}
        isChosen={(value) => asked.service === value}
        onToggle={(value, isOn) => change({ service: isOn ? value : undefined })}
      />
      {fields.map(([key, name, title]) => (
        <Facet
          key={key}
          title={title}
          facet={facets[key]}
          isChosen={(value) => hasTerm(asked.q, fieldTerm(name, value) ?? '')}
          onToggle={(value, isOn) => {
            const term = fieldTerm(name, value) ?? '';
            change({ q: isOn ? withTerm(asked.q, term) : withoutTerm(asked.q, term) });
          }}
          canChoose={(value) => fieldTerm(name, value) !== undefined}
        />
      ))}
    </div>
  );
}

interface FacetProps {
  title: string;
  facet: LogSummary['facets']['service'];
  isChosen(value: string): boolean;
  label?(value: string): string;
  canChoose?(value: string): boolean;
  onToggle(value: string, isOn: boolean): void;
}

function Facet({ title, facet: { values, others }, isChosen, onToggle, ...more }: FacetProps) {
  const { label = (value) => value, canChoose = () => true } = more;
  if (values.length === 0) return null;
  const most = Math.max(...values.map(({ lines }) => lines));
  return (
    <fieldset className={classes.facet}>
      <legend>{title}</legend>
      <ul>
        {values.map(({ value, lines }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={isChosen(value)}
              disabled={!canChoose(value)}
              title={label(value)}
              onClick={() => onToggle(value, !isChosen(value))}
            >
              <span className={classes.share} style={{ inlineSize: `${(lines / most) * 100}%` }} aria-hidden="true" />
              <span className={classes.value}>{label(value)}</span>
              <span className={classes.lines}>{formatCount(lines)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="muted">and {formatCount(others)} more</p>}
    </fieldset>
  );
}
