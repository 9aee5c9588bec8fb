import { Button } from '@mantine/core';
import type { Scatter } from '@octo/contracts/observatory.ts';
import { formatCount, formatLocalInstant, formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { isoOf } from '../../parts/nano.ts';
import { instantMs } from './asked-traces.ts';
import { DurationPicture } from './duration-picture.tsx';
import { Facets } from './facets.tsx';
import classes from './found-traces.module.css';
import type { ChosenPart } from './lay-out-points.ts';
import { milliseconds } from './milliseconds.ts';
import { NarrowByHand } from './narrow-by-hand.tsx';
import { isChosen, type SearchValues } from './search-names.ts';
import { useNarrowing } from './use-narrowing.ts';
import { useScatter } from './use-traces.ts';

/** What was found as a whole: how many, when and how long, and what they are. */
export function FoundTraces({ values }: { values: SearchValues }) {
  const { data: scatter } = useScatter(values);
  const { choose, forget } = useNarrowing();
  if (!scatter || scatter.found === 0)
    return isChosen(values) ? <ChosenWords values={values} onForget={forget} /> : null;
  return (
    <section aria-label="What was found" className={classes.found}>
      <DurationPicture
        scatter={scatter}
        fromMs={instantMs(values.from)}
        toMs={instantMs(values.to)}
        onChoose={(part) => choose({ ...chosenPart(values), ...part })}
      />
      <div className={classes.about}>
        <p className="muted" role="status">
          {wordsFor(scatter)}
        </p>
        <NarrowByHand values={values} onChoose={choose} />
      </div>
      <ChosenWords values={values} onForget={forget} />
      <Facets scatter={scatter} values={values} />
    </section>
  );
}

function wordsFor({ found, errors, points, reachedUnixNano }: Scatter): string {
  const drawn =
    points.length < found ? ` ${formatCount(points.length)} of them are drawn, errors and the slowest first.` : '';
  const far = reachedUnixNano === null ? '' : ` Counted back to ${formatLocalInstant(isoOf(reachedUnixNano))}.`;
  return `${formatQuantity(found, 'trace')} found, ${formatCount(errors)} with an error.${drawn}${far}`;
}

function chosenPart({ from, to, trace_min, trace_max }: SearchValues): ChosenPart {
  return {
    fromMs: instantMs(from),
    toMs: instantMs(to),
    minMs: milliseconds(trace_min),
    maxMs: milliseconds(trace_max),
  };
}

function ChosenWords({ values, onForget }: { values: SearchValues; onForget(): void }) {
  if (!isChosen(values)) return null;
  const { fromMs: from, toMs: to, minMs: least, maxMs: most } = chosenPart(values);
  const words = [
    from !== undefined && `from ${formatLocalInstant(new Date(from).toISOString())}`,
    to !== undefined && `to ${formatLocalInstant(new Date(to).toISOString())}`,
    least !== undefined && `of at least ${formatMilliseconds(least)}`,
    most !== undefined && `of at most ${formatMilliseconds(most)}`,
  ].filter((word) => word !== false);
  return (
    <p className={classes.chosen}>
      <span>Only traces {words.join(', ')}</span>
      <Button variant="default" onClick={onForget}>
        Show the others too
      </Button>
    </p>
  );
}
