import { formFor } from './forms/form-for.ts';
import { inkFor } from './ink.ts';
import { amber, coral, graphite, hueOf, indigo, sand, silver, slate, teal, white } from './palette.ts';
import { seedOf } from './seed.ts';
import { backdrop, type Look, type PictureSubject } from './studio.ts';

export type { PictureSubject } from './studio.ts';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function idPrefix(sku: string): string {
  return `p${sku.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
}

/** A complete SVG document of 640 × 480; the same product always gives the same picture. */
export function drawProduct(subject: PictureSubject): string {
  const ink = inkFor(idPrefix(subject.sku));
  const seed = seedOf(subject.sku);
  const look: Look = {
    ink,
    seed,
    body: seed.pick('body', [graphite, white, slate, silver, sand]),
    accent: subject.category === 'Racing Drones' ? seed.pick('accent', [coral, amber, indigo]) : teal,
  };
  const content = backdrop(ink, hueOf(subject.category)) + formFor(subject)(look);
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" role="img">' +
    `<title>${escaped(subject.name)}</title><defs>${ink.definitions()}</defs><g stroke-width=".8">${content}</g></svg>`
  );
}
