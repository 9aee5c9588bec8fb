/** Stands for a value that is bound when a prepared query runs; `path` says where in the input it lies. */
export class Placeholder {
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[]) {
    this.path = path;
  }
}

const listSizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** The padded size of an IN list, so that a query has few texts. Lists past 256 want chunks. */
export function paddedSize(length: number): number {
  const size = listSizes.find((candidate) => candidate >= length);
  if (length === 0 || size === undefined) throw new RangeError(`a list of ${length} values cannot be bound`);
  return size;
}

/**
 * The input with a placeholder for every value: scalars as they are, lists of scalars padded for IN,
 * lists of records (rows to insert) one by one.
 */
export function placeholdersFor<Input extends object>(input: Input): Input {
  const entries = Object.entries(input).map(([key, value]) => [
    key,
    Array.isArray(value) ? listOf(key, value) : new Placeholder([key]),
  ]);
  return asInput<Input>(Object.fromEntries(entries));
}

function listOf(key: string, values: readonly unknown[]): unknown[] {
  const first = values[0];
  if (isRecord(first)) {
    return values.map((_, row) =>
      Object.fromEntries(Object.keys(first).map((column) => [column, new Placeholder([key, row, column])])),
    );
  }
  return Array.from({ length: paddedSize(values.length) }, (_, index) => new Placeholder([key, index]));
}

/** What distinguishes the texts of one prepared query: the names of its values and the lengths of its lists. */
export function shapeOf(input: object): string {
  let shape = '';
  for (const [key, value] of Object.entries(input))
    shape += Array.isArray(value) ? `${key}${listShape(value)},` : `${key},`;
  return shape;
}

function listShape(values: readonly unknown[]): string {
  const first = values[0];
  return isRecord(first) ? `[${Object.keys(first)}]*${values.length}` : `*${paddedSize(values.length)}`;
}

/** Replaces placeholders by the values of this run. A padded list repeats its last value. */
export function bind(parameters: readonly unknown[], input: object): unknown[] {
  return parameters.map((parameter) => (parameter instanceof Placeholder ? valueAt(input, parameter.path) : parameter));
}

function valueAt(input: object, path: readonly (string | number)[]): unknown {
  let value: unknown = input;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Math.min(Number(step), value.length - 1)];
    else value = isRecord(value) ? value[step] : undefined;
  }
  if (value === undefined) throw new TypeError(`no value for ${path.join('.')}`);
  return value;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** While a query is built its placeholders stand in for values of the input's types. */
function asInput<Input>(placeholders: object): Input {
  return placeholders as Input;
}
