import { oracleSqlId } from '../sql-id.ts';

/** Which texts were seen to be which statement. PostgreSQL keeps one text per statement, with its constants taken out. */
export interface LearntTexts {
  /** `text` is as it was sent, and whole. Returns its SQL_ID. */
  note(statementId: string, text: string): string;
  knows(statementId: string): boolean;
  /** Of the text that was seen last for this statement. */
  sqlIdOf(statementId: string): string | undefined;
  /** SQL_ID → statement, oldest first. Several texts may come to one statement. */
  pairs(): ReadonlyMap<string, string>;
}

const mostTexts = 5000;

export function learntTexts(kept: Iterable<readonly [string, string]> = [], most = mostTexts): LearntTexts {
  const statements = new Map<string, string>();
  const latest = new Map<string, string>();
  const remember = (sqlId: string, statementId: string) => {
    keepNewest(statements, sqlId, statementId, most);
    keepNewest(latest, statementId, sqlId, most);
  };
  for (const [sqlId, statementId] of kept) remember(sqlId, statementId);
  return {
    note: (statementId, text) => {
      const sqlId = oracleSqlId(text);
      remember(sqlId, statementId);
      return sqlId;
    },
    knows: (statementId) => latest.has(statementId),
    sqlIdOf: (statementId) => latest.get(statementId),
    pairs: () => statements,
  };
}

function keepNewest(map: Map<string, string>, key: string, value: string, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
