import type { ChartSeries } from './chart.ts';

const colours = 6;

/** The colour of a series, as ink.module.css names it: its role, its own place, or the next one. */
export function inkOf({ tone, colour }: Pick<ChartSeries, 'tone' | 'colour'>, index: number): string {
  return tone ?? String(colour ?? (index % colours) + 1);
}

/** Colours repeat after six; dashes then tell the lines apart. */
export function dashOf({ tone, colour }: Pick<ChartSeries, 'tone' | 'colour'>, index: number): string | undefined {
  const isRepeated = tone === undefined && colour === undefined && index >= colours;
  return isRepeated ? ['6 3', '2 3', '9 3 2 3'][(Math.floor(index / colours) - 1) % 3] : undefined;
}
