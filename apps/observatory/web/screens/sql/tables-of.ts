interface Size {
  readonly name: string;
  readonly kind: 'table' | 'index';
  readonly tableName: string;
  readonly bytes: number;
  readonly rows: number | null;
}

export interface TableSize {
  readonly name: string;
  readonly rows: number | null;
  readonly tableBytes: number;
  readonly indexBytes: number;
  readonly indexes: number;
}

/** Tables with all their indexes, the largest first; an index whose table is not listed stands for it. */
export function tablesOf(sizes: readonly Size[]): TableSize[] {
  return [...Map.groupBy(sizes, ({ kind, name, tableName }) => (kind === 'table' ? name : tableName))]
    .map(([name, own]) => {
      const [tables, indexes] = [
        own.filter(({ kind }) => kind === 'table'),
        own.filter(({ kind }) => kind === 'index'),
      ];
      return {
        name,
        rows: tables[0]?.rows ?? null,
        tableBytes: bytesOf(tables),
        indexBytes: bytesOf(indexes),
        indexes: indexes.length,
      };
    })
    .sort((one, other) => totalOf(other) - totalOf(one) || (one.name < other.name ? -1 : 1));
}

export function totalOf({ tableBytes, indexBytes }: Pick<TableSize, 'tableBytes' | 'indexBytes'>): number {
  return tableBytes + indexBytes;
}

function bytesOf(sizes: readonly Size[]): number {
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0);
}
