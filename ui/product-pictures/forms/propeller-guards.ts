import { ring } from '../airframe.ts';
import { band } from '../details.ts';
import { graphite, type Material, silver, slate } from '../palette.ts';
import { sceneAt } from '../scene.ts';
import { floorShadow, type Look } from '../studio.ts';
import { tube } from '../tube.ts';

/** Four guards that clip around the propellers. */
export function propellerGuards(look: Look): string {
  const scene = sceneAt(look.ink, { yaw: 24, pitch: 36, scale: 1.3, x: 320, y: 292 });
  const tone: Material = look.seed.pick('tone', [graphite, slate]);
  const parts = ring(4, 122, 0.88)
    .sort((a, b) => scene.camera.turn([b[0], b[1], 0])[2] - scene.camera.turn([a[0], a[1], 0])[2])
    .map(([x, y], n) => {
      const outer = band(scene, [x, y, 0], 76, 22, n % 2 ? tone : look.accent);
      const inner = band(scene, [x, y, 8], 20, 12, silver);
      const spokes = ring(3, 74, 1, 30 + n * 24).map(([dx, dy]) =>
        tube(scene, [x + dx * 0.26, y + dy * 0.26, 12], [x + dx, y + dy, 12], 3.2, graphite),
      );
      return outer.behind + spokes.join('') + inner.behind + inner.front + outer.front;
    });
  return floorShadow(look.ink, 322, 304, 290, 160, 0.45) + parts.join('');
}
