import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { Scatter } from '@octo/contracts/observatory.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { tracePath } from '../../paths.ts';
import classes from './duration-picture.module.css';
import { type ChosenPart, layOutPoints, type PlacedPoint } from './lay-out-points.ts';
import { PointReading } from './point-reading.tsx';
import { usePictureDrag } from './use-picture-drag.ts';

interface DurationPictureProps {
  scatter: Scatter;
  fromMs: number | undefined;
  toMs: number | undefined;
  /** A part of the picture was chosen. */
  onChoose(part: ChosenPart): void;
}

const height = 150;

/** All traces that were found, as points over time. A drag chooses a part; the arrow keys go from point to point. */
export function DurationPicture(props: DurationPictureProps) {
  const hasRoom = useMediaQuery('(width >= 48em)', false, { getInitialValueInEffect: false });
  return hasRoom && props.scatter.points.length > 0 ? <PictureField {...props} /> : null;
}

/** Measures itself anew whenever there is room for it again. */
function PictureField({ scatter, fromMs, toMs, onChoose }: DurationPictureProps) {
  const { ref, width } = useElementSize();
  const navigate = useNavigate();
  const [read, setRead] = useState<PlacedPoint>();
  const layout = layOutPoints(scatter.points, { width: Math.max(1, width), height, fromMs, toMs });
  const open = (placed: PlacedPoint | undefined) => placed && void navigate(tracePath(placed.point.traceId));
  const { drag, handlers } = usePictureDrag(layout, { onRead: setRead, onOpen: open, onChoose });
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = layout.points.findIndex(({ point }) => point.traceId === read?.point.traceId);
    if (event.key === 'Enter') return open(read);
    if (step === undefined) return;
    event.preventDefault();
    setRead(layout.points[at < 0 ? layout.points.length - 1 : at + step] ?? read);
  };
  return (
    <figure className={classes.picture}>
      <div
        ref={ref}
        role="application"
        aria-label="Duration of the traces over time. The arrow keys go from one to the next, Enter opens it."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys go through its points
        tabIndex={0}
        className={classes.field}
        onKeyDown={walk}
        onBlur={() => setRead(undefined)}
        {...handlers}
      >
        <Picture layout={layout} width={width} read={read} />
        {drag && (
          <span
            className={classes.chosen}
            style={{ inset: `${drag.top}px auto auto ${drag.left}px`, inlineSize: drag.width, blockSize: drag.height }}
          />
        )}
        <PointReading placed={read} width={width} />
      </div>
    </figure>
  );
}

interface PictureProps {
  layout: ReturnType<typeof layOutPoints>;
  width: number;
  read: PlacedPoint | undefined;
}

function Picture({ layout, width, read }: PictureProps) {
  const radius = layout.points.length > 400 ? 2.5 : 4;
  return (
    <svg width={width} height={height} className={classes.svg} aria-hidden="true">
      {layout.durations.map(({ ms, y }) => (
        <g key={ms}>
          <line x1={0} x2={width} y1={y} y2={y} className={classes.line} />
          <text x={-8} y={y} className={classes.duration}>
            {formatMilliseconds(ms)}
          </text>
        </g>
      ))}
      {layout.times.map(({ at, x }) => (
        <text key={at.getTime()} x={x} y={height + 20} className={classes.time}>
          {timeOf(at)}
        </text>
      ))}
      {layout.points.map(({ point, x, y }) =>
        point.isError ? (
          <rect
            key={point.traceId}
            x={x - radius}
            y={y - radius}
            width={radius * 2}
            height={radius * 2}
            className={classes.failed}
          />
        ) : (
          <circle key={point.traceId} cx={x} cy={y} r={radius} className={classes.point} />
        ),
      )}
      {read && <circle cx={read.x} cy={read.y} r={8} className={classes.read} />}
    </svg>
  );
}

/** With seconds where the picture goes over little time. */
function timeOf(at: Date): string {
  const second = at.getSeconds() === 0 ? {} : { second: '2-digit' as const };
  return at.toLocaleTimeString('en-US', { hour: '2-digit', minute: '2-digit', ...second, hour12: false });
}
