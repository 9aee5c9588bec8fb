type Work = () => void;

const waiting = new WeakMap<object, Work[]>();

/** Of a transaction that has begun: what is to happen once it is committed. */
export interface AfterCommit {
  run(): void;
}

/** Begins to gather what waits for the commit of this transaction. */
export function gatherAfterCommit(transaction: object): AfterCommit {
  const works: Work[] = [];
  waiting.set(transaction, works);
  return {
    run: () => {
      for (const work of works) work();
    },
  };
}

/** Does something that cannot be undone once the transaction behind this handle is committed; at once where there is none. */
export function afterCommit(db: object | undefined, work: Work): void {
  const works = db && waiting.get(db);
  if (works) works.push(work);
  else work();
}
