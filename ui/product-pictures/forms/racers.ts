import { type ArmSet, arm, ring, stacked } from '../airframe.ts';
import type { Point2 } from '../camera.ts';
import { band, block, frontMark, row } from '../details.ts';
import { lens } from '../lens.ts';
import { carbon, graphite, type Material, shade, silver, slate } from '../palette.ts';
import { type Scene, sceneAt, wire } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { tube } from '../tube.ts';

function armsOf(look: Look, propellerOf: Material, more: Partial<ArmSet>): ArmSet {
  const spin = look.seed.between('spin', 0, 120);
  return {
    at: [],
    z: 20,
    root: 26,
    style: 'moulded',
    of: carbon,
    thickness: 10,
    rotorRadius: 86,
    blades: 3,
    propeller: propellerOf,
    motor: 19,
    ring: look.accent,
    angles: (index) => spin + index * 37,
    ...more,
  };
}

function stack(scene: Scene, look: Look): string {
  const plate = (z: number, width: number, depth: number) =>
    block(scene, [0, 0, z], [width, depth, 5], carbon, { radius: 14 });
  const posts = [-1, 1].flatMap((x) =>
    [66, -66].map((y) => tube(scene, [x * 20, y, 22], [x * 20, y, 46], 4, look.accent)),
  );
  const boards =
    block(scene, [0, 6, 24], [46, 46, 5], slate, { radius: 4 }) +
    block(scene, [0, 6, 33], [46, 46, 5], graphite, { radius: 4 });
  const strap = frontMark(scene, -44.6, [0, 66], [26, 7], 3, `fill="${look.accent.base}"`);
  const battery = block(scene, [0, 12, 51], [48, 112, 25], graphite, { radius: 7, bevel: 3 }) + strap;
  const over = block(scene, [0, 20, 51], [50.5, 15, 26], look.accent, { radius: 3, bevel: 2.5 });
  const lead = wire(
    scene,
    [
      [12, 66, 66],
      [18, 92, 76],
      [10, 104, 58],
      [4, 84, 50],
    ],
    `stroke="${shade(look.accent, 0.3)}" stroke-width="5"`,
  );
  return lead + plate(16, 62, 176) + boards + posts.join('') + plate(46, 54, 166) + battery + over;
}

/** Five inch carbon racer: bare frame, strapped battery, camera tilted into the wind. */
export function racingQuad(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: look.seed.between('yaw', 22, 34), pitch: 29, scale: 1.22, y: 318 });
  const propellers = look.seed.pick('propellers', [look.accent, slate]);
  const set = armsOf(look, propellers, {});
  const at = ring(4, 150, look.seed.between('stretch', 0.88, 1));
  const cage = (x: number) => block(scene, [x, -78, 20], [4, 34, 28], carbon, { radius: 1 });
  const eye =
    block(scene, [0, -76, 22], [28, 20, 26], graphite, { radius: 6 }) +
    lens(scene, [0, -86, 36], [0, -1, 0.42], 12, 9, look.accent);
  const aerial =
    tube(scene, [0, 78, 48], [0, 104, 106], 2.6, graphite) +
    tube(scene, [0, 101, 100], [0, 111, 122], 9, look.accent, 6);
  const shadow = floorShadow(look.ink, 320, 326, 250, 104, 0.4) + floorShadow(look.ink, 322, 324, 110, 48, 0.45);
  const middle = aerial + stack(scene, look) + cage(18) + eye + cage(-18);
  return shadow + stacked([...at.map((to, index) => arm(scene, to, index, set)), { away: -1, svg: middle }]);
}

/** A palm-sized racer with ducted propellers. */
export function ductedRacer(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 26, pitch: 32, scale: 1.42, y: 310 });
  const set = armsOf(look, look.accent, { z: 16, thickness: 7, rotorRadius: 54, motor: 10, root: 20, style: 'tube' });
  const ducts = ring(4, 92, 0.95).map((to, index) => {
    const around = band(scene, [to[0], to[1], 6], 61, 34, slate);
    const part = arm(scene, to, index, set);
    return { away: part.away, svg: around.behind + part.svg + around.front };
  });
  const canopy: Point2 = [56, 76];
  const pod = [
    block(scene, [0, 0, 14], [50, 78, 10], carbon, { radius: 10 }),
    block(scene, [0, 26, 24], [34, 52, 20], graphite, { radius: 6, bevel: 2 }),
    block(scene, [0, -10, 24], [canopy[0], canopy[1] * 0.8, 30], look.accent, { radius: 16, bevel: 9 }),
    frontMark(scene, -41, [0, 40], [36, 20], 8, `fill="${shade(carbon, 0.3)}"`),
    lens(scene, [0, -41, 41], [0, -1, 0.3], 10, 7, graphite),
    ...row(2, 8).map((x) =>
      wire(
        scene,
        [
          [x * 0.5, 40, 30],
          [x, 62, 56 + x],
          [x * 2.4, 70, 84],
        ],
        `stroke="${shade(graphite, 0.4)}" stroke-width="2.4"`,
      ),
    ),
  ];
  const shadow = floorShadow(look.ink, 320, 312, 230, 96, 0.45);
  const aerial = pod.splice(5).join('');
  return (
    shadow +
    stacked([...ducts, { away: 2, svg: aerial + pod.join('') }]) +
    tube(scene, [0, 0, 62], [0, 0, 64], 5, silver)
  );
}
