import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import classes from './sparkline.module.css';
import { layOutSpark, sparkWords } from './sparkline-layout.ts';

const [width, height] = [150, 28];

/** Requests over the window, with what failed of them. */
export function Sparkline({ steps }: { steps: ServiceSummary['minutes'] }) {
  const words = sparkWords(steps);
  return (
    <svg width={width} height={height} role="img" aria-label={words} className={classes.spark}>
      <title>{words}</title>
      {layOutSpark(steps, width, height).map((bar) => (
        <g key={bar.x}>
          <rect className={classes.bar} x={bar.x} y={bar.y} width={bar.width} height={bar.height} />
          <rect
            className={classes.errors}
            x={bar.x}
            y={height - bar.errorHeight}
            width={bar.width}
            height={bar.errorHeight}
          />
        </g>
      ))}
    </svg>
  );
}
