export interface Seed {
  /** The same key always gives the same number in [0, 1) for one sku. */
  number(key: string): number;
  between(key: string, low: number, high: number): number;
  pick<T>(key: string, options: readonly [T, ...T[]]): T;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 15)) >>> 0;
}

export function seedOf(sku: string): Seed {
  const number = (key: string) => hash(`${sku}/${key}`) / 2 ** 32;
  return {
    number,
    between: (key, low, high) => low + (high - low) * number(key),
    pick: (key, options) => options[Math.floor(number(key) * options.length)] ?? options[0],
  };
}
