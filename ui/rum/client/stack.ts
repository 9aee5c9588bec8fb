export interface Frame {
  /** Of the function; empty where it has none. */
  name: string;
  file: string;
  line: number;
  column: number;
}

const mostFrames = 10;
const chromium =
  /^\s*at (?:async )?(?:(?<name>[^\s(]+)[^(]*\()?(?<url>https?:\/\/\S+?):(?<line>\d+):(?<column>\d+)\)?$/;
const others = /^(?<name>[^@]*)@(?<url>https?:\/\/\S+?):(?<line>\d+):(?<column>\d+)$/;

/** The frames of a stack that are ours, as far as anybody needs them. */
export function framesOf(stack: string, origin: string): Frame[] {
  const frames = stack.split('\n').flatMap((line): Frame[] => {
    const { name = '', url = '', line: row, column } = (chromium.exec(line) ?? others.exec(line))?.groups ?? {};
    const file = sourceOf(url, origin);
    return file === undefined ? [] : [{ name: name.slice(0, 60), file, line: Number(row), column: Number(column) }];
  });
  return frames.slice(0, mostFrames);
}

/** The path of one of our scripts; undefined for anything else. */
export function sourceOf(url: string, origin: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined;
  const { pathname } = new URL(url);
  return pathname.endsWith('.js') ? pathname : undefined;
}

export function writeFrames(frames: readonly Frame[]): string {
  return frames.map(({ name, file, line, column }) => `${name} (${file}:${line}:${column})`.trim()).join('\n');
}
