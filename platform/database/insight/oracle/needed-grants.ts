/** A view of the dictionary that the insight reads. */
export interface NeededGrant {
  /** To be granted: the view behind the public synonym. */
  object: string;
  /** As statements name it. */
  synonym: string;
  why: string;
}

/**
 * Everything that the user of the insight may read beside its own sign-in. V$ACTIVE_SESSION_HISTORY is not among it: that
 * belongs to the Diagnostics Pack, and whether a licence covers it is not ours to decide, so sessions are sampled instead.
 */
export const neededGrants: readonly NeededGrant[] = [
  { object: 'sys.v_$session', synonym: 'v$session', why: 'who works, waits and blocks' },
  { object: 'sys.v_$transaction', synonym: 'v$transaction', why: 'since when a transaction is open' },
  { object: 'sys.v_$sqlstats', synonym: 'v$sqlstats', why: 'what each statement came to' },
  { object: 'sys.v_$sql', synonym: 'v$sql', why: 'whose statement it is, and since when it is counted' },
  { object: 'sys.v_$sql_plan', synonym: 'v$sql_plan', why: 'how a statement is done' },
  { object: 'sys.dba_segments', synonym: 'dba_segments', why: 'the size of tables and indexes' },
  { object: 'sys.dba_indexes', synonym: 'dba_indexes', why: 'the table of an index, and its rows' },
  { object: 'sys.dba_lobs', synonym: 'dba_lobs', why: 'the table that long text belongs to' },
  { object: 'sys.dba_tables', synonym: 'dba_tables', why: 'the rows of a table' },
];

/** Lets its holder read all of these and much more: for where an administrator may not grant single views of SYS. */
export const widerRole = 'select_catalog_role';
