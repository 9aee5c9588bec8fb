/** Offset 0–1, colour, opacity (1 when left out). */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

export interface Ink {
  /** Each asks for a paint and returns `url(#…)`; equal paints share one definition. */
  linear(stops: readonly Stop[], x1: number, y1: number, x2: number, y2: number, units?: 'box' | 'page'): string;
  radial(stops: readonly Stop[], cx?: number, cy?: number, r?: number): string;
  /** Keeps a fragment for repeated use and returns `#…`. */
  symbol(fragment: string): string;
  definitions(): string;
}

export function short(value: number): string {
  const text = String(Math.round(value * 10) / 10 || 0);
  return text.replace(/^(-?)0\./, '$1.');
}

function fraction(value: number): string {
  return String(Math.round(value * 100) / 100).replace(/^(-?)0\./, '$1.');
}

function stopElement([offset, colour, opacity]: Stop): string {
  const alpha = opacity === undefined ? '' : ` stop-opacity="${fraction(opacity)}"`;
  return `<stop${offset === 0 ? '' : ` offset="${fraction(offset)}"`} stop-color="${colour}"${alpha}/>`;
}

export function inkFor(prefix: string): Ink {
  const known = new Map<string, string>();
  function remember(template: string): string {
    const id = known.get(template) ?? `${prefix}-${known.size.toString(36)}`;
    known.set(template, id);
    return id;
  }
  return {
    linear(stops, x1, y1, x2, y2, units = 'box') {
      const place = units === 'page' ? ' gradientUnits="userSpaceOnUse"' : '';
      const line = [...Object.entries({ x1, y1, x2, y2 })]
        .filter(([name, value]) => value !== (units === 'box' && name === 'x2' ? 1 : 0))
        .map(([name, value]) => ` ${name}="${fraction(value)}"`)
        .join('');
      const inside = stops.map(stopElement).join('');
      return `url(#${remember(`<linearGradient id="@"${line}${place}>${inside}</linearGradient>`)})`;
    },
    radial(stops, cx = 0.5, cy = 0.5, r = 0.5) {
      const circle =
        cx === 0.5 && cy === 0.5 && r === 0.5 ? '' : ` cx="${fraction(cx)}" cy="${fraction(cy)}" r="${fraction(r)}"`;
      return `url(#${remember(`<radialGradient id="@"${circle}>${stops.map(stopElement).join('')}</radialGradient>`)})`;
    },
    symbol: (fragment) => `#${remember(`<g id="@">${fragment}</g>`)}`,
    definitions: () => [...known].map(([template, id]) => template.replace('"@"', `"${id}"`)).join(''),
  };
}
