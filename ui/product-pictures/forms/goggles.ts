import { cable } from '../cable.ts';
import type { Point2 } from '../camera.ts';
import { frontMark, topMark } from '../details.ts';
import { lens } from '../lens.ts';
import { box, polygon, rounded } from '../outline.ts';
import { glass, graphite, shade, slate } from '../palette.ts';
import { prism } from '../prism.ts';
import { type Scene, sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { disc, tube } from '../tube.ts';

function aerial(scene: Scene, look: Look, x: number, lean: number): string {
  return (
    tube(scene, [x, 30, 150], [x + lean, 34, 186], 4, graphite) +
    tube(scene, [x + lean, 34, 182], [x + lean * 1.6, 36, 214], 15, graphite, 13) +
    tube(scene, [x + lean * 1.1, 34, 184], [x + lean * 1.2, 34, 189], 15.5, look.accent)
  );
}

/** Goggles with a dark visor, a wide head band and two antennas. */
export function goggles(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 28, pitch: 17, scale: 1.2, x: 306, y: 372 });
  const shell: Point2[] = rounded(
    [
      [-132, -8],
      [-86, -62],
      [86, -62],
      [132, -8],
      [126, 56],
      [-126, 56],
    ],
    34,
  );
  const visor: Point2[] = [
    [-86, 118],
    [86, 118],
    [92, 100],
    [84, 44],
    [24, 40],
    [0, 56],
    [-24, 40],
    [-84, 44],
    [-92, 100],
  ];
  const face = look.ink.linear(
    [
      [0, '#24344c'],
      [0.45, shade(glass, 0.2)],
      [1, '#05070b'],
    ],
    0,
    0,
    0.9,
    1,
  );
  const pane = `<path d="${polygon(rounded(visor, 12).map(([x, z]) => scene.camera.project([x, -63, z])))}" fill="${face}" stroke="${shade(slate, 0.5)}" stroke-width="1.4"/>`;
  const shine = `<path d="${polygon(
    (
      [
        [-80, 114],
        [-8, 114],
        [-50, 48],
        [-80, 48],
      ] as Point2[]
    ).map(([x, z]) => scene.camera.project([x, -63.4, z])),
  )}" fill="#fff" opacity=".09"/>`;
  return [
    floorShadow(look.ink, 330, 376, 240, 62, 0.5),
    cable(
      scene,
      [
        [-120, 40, 84],
        [-176, 236, 96],
        [40, 270, 100],
        [118, 40, 90],
      ],
      graphite,
      42,
    ),
    cable(
      scene,
      [
        [-120, 40, 84],
        [-176, 236, 96],
        [40, 270, 100],
        [118, 40, 90],
      ],
      look.accent,
      4,
    ),
    aerial(scene, look, 88, 16),
    prism(scene, { ring: shell, from: 18, to: 138, bevel: 14, of: look.body === graphite ? slate : look.body }),
    aerial(scene, look, -84, -16),
    pane,
    shine,
    lens(scene, [-54, -63, 84], [0, -1, 0], 15, 4, graphite),
    lens(scene, [54, -63, 84], [0, -1, 0], 15, 4, graphite),
    frontMark(scene, -63.4, [0, 104], [44, 4], 2, `fill="${look.accent.light}"`),
    topMark(scene, 149.5, box(54, 12, 6, 0, -8), `fill="${shade(graphite, 0.3)}"`),
    disc(scene, [0, -8, 149.8], [0, 0, 1], 4, look.accent.base),
  ].join('');
}
