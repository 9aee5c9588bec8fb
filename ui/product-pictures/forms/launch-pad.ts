import { ring } from '../airframe.ts';
import type { Point2 } from '../camera.ts';
import { topMark } from '../details.ts';
import { amber, graphite, shade, silver, slate, white } from '../palette.ts';
import { sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

/** A folding landing pad with its pegs. */
export function launchPad(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: -12, pitch: 36, scale: 1.02, x: 320, y: 284 });
  const line = (width: number, colour: string) => `fill="none" stroke="${colour}" stroke-width="${width}"`;
  const arc = (from: number, to: number, radius: number): Point2[] =>
    Array.from({ length: 49 }, (_, n): Point2 => {
      const turn = ((from + ((to - from) * n) / 48) * Math.PI) / 180;
      return [Math.cos(turn) * radius, Math.sin(turn) * radius];
    });
  const letter: Point2[] = [
    [-44, -52],
    [-24, -52],
    [-24, -11],
    [24, -11],
    [24, -52],
    [44, -52],
    [44, 52],
    [24, 52],
    [24, 11],
    [-24, 11],
    [-24, 52],
    [-44, 52],
  ];
  const cloth = look.ink.linear(
    [
      [0, shade(look.accent, 0.66)],
      [1, shade(look.accent, 0.36)],
    ],
    0,
    0,
    0.6,
    1,
  );
  const night = look.ink.linear(
    [
      [0, shade(graphite, 0.66)],
      [1, shade(graphite, 0.3)],
    ],
    0,
    0,
    0.6,
    1,
  );
  const peg = ([x, y]: Point2) =>
    tube(scene, [x, y, 0], [x * 1.015, y * 1.015, 16], 3.4, silver) +
    disc(scene, [x * 1.015, y * 1.015, 16], [0, 0, 1], 7, amber.base);
  const pegs = ring(6, 222, 1, 10);
  return [
    floorShadow(look.ink, 322, 292, 290, 166, 0.5),
    ...pegs.filter(([, y]) => y > 0).map(peg),
    topMark(scene, 0, arc(0, 360, 218), `fill="${shade(graphite, 0.08)}"`),
    topMark(scene, 5, arc(0, 360, 218), `fill="${shade(slate, 0.4)}"`),
    topMark(scene, 5.2, arc(0, 360, 214), `fill="${night}"`),
    topMark(scene, 5.3, arc(90, 270, 214), `fill="${cloth}"`),
    topMark(scene, 5.5, arc(0, 360, 192), line(5, shade(white, 0.62))),
    topMark(scene, 5.5, arc(0, 360, 104), line(4, shade(white, 0.62))),
    topMark(scene, 5.6, letter, `fill="${shade(white, 0.7)}"`),
    wire(
      scene,
      [
        [-214, 0, 5.6],
        [214, 0, 5.6],
      ],
      'stroke="#000" stroke-opacity=".16" stroke-width="1.2"',
    ),
    wire(
      scene,
      [
        [0, -214, 5.6],
        [0, 214, 5.6],
      ],
      'stroke="#000" stroke-opacity=".16" stroke-width="1.2"',
    ),
    ...pegs.filter(([, y]) => y <= 0).map(peg),
  ].join('');
}
