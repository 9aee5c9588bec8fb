export interface Bar {
  key: string;
  /** On the axis: “9 PM”. */
  label: string;
  value: number;
  /** Above the bar, where there is room. */
  short: string;
  /** On hover, and for who cannot see. */
  exact: string;
}

export interface PlacedBar {
  bar: Bar;
  x: number;
  y: number;
  width: number;
  height: number;
  /** From one bar to the next. */
  step: number;
  isLabelled: boolean;
  isMarked: boolean;
  isLast: boolean;
}

const axisHeight = 23;
const labelHeight = 22;
const letterWidth = 8.5;
const markWidth = 56;
const widestBar = 28;

/** Where each bar stands. Every value is written when all have room, else only the largest; of the axis as many as have room. */
export function layOutBars(bars: readonly Bar[], width: number, height: number): PlacedBar[] {
  const step = width / Math.max(1, bars.length);
  const barWidth = Math.min(widestBar, step * 0.68);
  const largest = Math.max(0, ...bars.map(({ value }) => value));
  const room = height - axisHeight - labelHeight;
  const longest = Math.max(0, ...bars.map(({ short }) => short.length));
  const haveAllRoom = longest * letterWidth <= step;
  const largestAt = bars.findIndex(({ value }) => value === largest);
  const markEvery = [1, 2, 3, 4, 6, 8, 12].find((every) => every * step >= markWidth) ?? bars.length;
  return bars.map((bar, index) => {
    const size = bar.value === 0 || largest === 0 ? 0 : Math.max(2, (bar.value / largest) * room);
    const x = index * step + (step - barWidth) / 2;
    const isLabelled = bar.value > 0 && (haveAllRoom || index === largestAt);
    const isLast = index === bars.length - 1;
    // Counted from the end, so that the hour under way has its name; the first marks would be cut.
    const isMarked = (bars.length - 1 - index) % markEvery === 0;
    return { bar, x, y: height - axisHeight - size, width: barWidth, height: size, step, isLabelled, isMarked, isLast };
  });
}
