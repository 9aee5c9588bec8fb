import { oracleSqlId } from '../sql-id.ts';

/** Which texts were seen to be which statement. PostgreSQL keeps one text per statement, with its constants taken out. */
export interface LearntTexts {
  /** `text` is as it was sent, and whole. Returns its SQL_ID. */
  note(statementId: string, text: string): string;
  knows(statementId: string): boolean;
  /** Of the text that was seen last for this statement. */
  sqlIdOf(statementId: string): string | undefined;
  /** Of a text that the database keeps: learnt from it where it can only be the one that was sent. */
  sqlIdOfKept(statementId: string, text: string): string | null;
  /** SQL_ID → statement, oldest first. Several texts may come to one statement. */
  pairs(): ReadonlyMap<string, string>;
}

const mostTexts = 5000;

export interface LearntTextsOptions {
  /** What `pairs` gave before. */
  learnt?: Iterable<readonly [string, string]> | undefined;
  /** Whether whoever sends statements told of one with this SQL_ID. */
  wasSent?: ((sqlId: string) => boolean) | undefined;
  most?: number;
}

export function learntTexts({ learnt = [], wasSent, most = mostTexts }: LearntTextsOptions = {}): LearntTexts {
  const statements = new Map<string, string>();
  const latest = new Map<string, string>();
  const remember = (sqlId: string, statementId: string) => {
    keepNewest(statements, sqlId, statementId, most);
    keepNewest(latest, statementId, sqlId, most);
  };
  for (const [sqlId, statementId] of learnt) remember(sqlId, statementId);
  return {
    note: (statementId, text) => {
      const sqlId = oracleSqlId(text);
      remember(sqlId, statementId);
      return sqlId;
    },
    knows: (statementId) => latest.has(statementId),
    sqlIdOf: (statementId) => latest.get(statementId),
    sqlIdOfKept: (statementId, text) => {
      const known = latest.get(statementId);
      if (known !== undefined) return known;
      const sqlId = oracleSqlId(text);
      // A placeholder may stand for a constant that was taken out, unless this very text was sent.
      if (!text.includes('$')) return sqlId;
      if (!wasSent?.(sqlId)) return null;
      remember(sqlId, statementId);
      return sqlId;
    },
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
