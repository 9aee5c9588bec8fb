import type { BrowserStep } from '@octo/contracts/observatory-browser.ts';
import classes from './step-list.module.css';
import { StepRow } from './step-row.tsx';
import { viewsOf } from './views-of.ts';

/** The steps below the page on which they happened. */
export function StepList({ steps }: { steps: readonly BrowserStep[] }) {
  const first = steps[0]?.timeUnixNano ?? '0';
  return (
    <ol className={classes.views}>
      {viewsOf(steps).map((view) => (
        <li key={view.key}>
          <h3 className={classes.page}>
            <span className="mono">{view.page}</span>
          </h3>
          <ol className={classes.steps}>
            {view.steps.map((step) => (
              <StepRow
                key={`${step.timeUnixNano} ${step.name} ${step.spanId} ${JSON.stringify(step.attributes)}`}
                step={step}
                first={first}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
