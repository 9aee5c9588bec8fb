/**
 * Stands in the parameters of a statement where `RETURNING … INTO` hands a value back. They are its last parameters, one per
 * column, in order.
 *
 * An out bind has to be told its type beforehand, and a text may be too long for the 200 bytes it has by default. The columns
 * themselves know: `connection.getStatementInfo(describedBy)` has the server parse and describe that query without running it,
 * in one round trip, and its `metaData[position]` gives `dbType` and `byteSize` for `{ dir: BIND_OUT, type, maxSize }`. The
 * driver asks once per text. Every value comes back as an array with one entry per row that was changed; it is to be read as
 * if its column had been selected.
 */
export class OutBind {
  /** What the row calls it: the column or its alias, in snake_case. */
  readonly name: string;
  /** Place among the out binds, and among the columns that `describedBy` selects. */
  readonly position: number;
  /** Selects the columns of all out binds of the statement, such as `select id, placed_at from orders`. */
  readonly describedBy: string;

  constructor(name: string, position: number, describedBy: string) {
    this.name = name;
    this.position = position;
    this.describedBy = describedBy;
  }
}

/** Those among the parameters of a statement; none for one that returns nothing. */
export function outBindsOf(parameters: readonly unknown[]): OutBind[] {
  return parameters.filter((parameter) => parameter instanceof OutBind);
}
