import { type PointerEvent, useRef, useState } from 'react';
import {
  type Box,
  type ChosenPart,
  nearestPoint,
  type PlacedPoint,
  type PointLayout,
  partIn,
  shortestDrag,
} from './lay-out-points.ts';

interface Place {
  x: number;
  y: number;
}

interface Does {
  onRead(placed: PlacedPoint | undefined): void;
  onOpen(placed: PlacedPoint | undefined): void;
  onChoose(part: ChosenPart): void;
}

/** Reads the point below the pointer out; a click opens it, a drag chooses a part of the picture. */
export function usePictureDrag(layout: PointLayout, { onRead, onOpen, onChoose }: Does) {
  const start = useRef<Place>(undefined);
  const [drag, setDrag] = useState<Box>();
  const end = () => {
    start.current = undefined;
    setDrag(undefined);
  };
  const handlers = {
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const here = placeOf(event);
      const from = start.current;
      if (!from) return onRead(nearestPoint(layout.points, here.x, here.y));
      const box = boxOf(from, here);
      if (Math.max(box.width, box.height) >= shortestDrag) setDrag(box);
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      start.current = placeOf(event);
      if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const here = placeOf(event);
      if (drag) onChoose(partIn(layout, drag));
      else if (start.current) onOpen(nearestPoint(layout.points, here.x, here.y));
      end();
    },
    onPointerCancel: end,
    onPointerLeave: () => onRead(undefined),
  };
  return { drag, handlers };
}

function placeOf(event: PointerEvent<HTMLElement>): Place {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

function boxOf(from: Place, to: Place): Box {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}
