import { grants, sequenceUsers, serviceRoles, type TableGrant } from '../grants.ts';
import type { OracleUsers } from './users.ts';

/** One right on one thing of the owner's, in lower case. */
export interface Right {
  grantee: string;
  verb: string;
  thing: string;
  /** Only this column of it. */
  column?: string;
}

/**
 * What `grants` says, as rights of Oracle. There, SELECT lets its holder lock rows and whole tables, which PostgreSQL ties to the
 * right to change them: who changes nothing gets READ. A SELECT of single columns, which Oracle lacks, is nowhere among our grants.
 */
export function wantedRights(users: OracleUsers): Right[] {
  const onTables = serviceRoles.flatMap((role) =>
    Object.entries(grants[role]).flatMap(([thing, grant]) =>
      rightsOf(grant).map((right) => ({ grantee: users.roles[role], thing, ...right })),
    ),
  );
  const onSequences = sequenceUsers.map((role) => ({
    grantee: users.roles[role],
    thing: 'business_ids',
    verb: 'select',
  }));
  return [...onTables, ...onSequences];
}

function rightsOf({ select, insert, update, delete: remove }: TableGrant): Pick<Right, 'verb' | 'column'>[] {
  const columns = update === true ? [] : (update ?? []);
  return [
    ...(select ? [{ verb: update || remove ? 'select' : 'read' }] : []),
    ...(insert ? [{ verb: 'insert' }] : []),
    ...(update === true ? [{ verb: 'update' }] : []),
    ...columns.map((column) => ({ verb: 'update', column })),
    ...(remove ? [{ verb: 'delete' }] : []),
  ];
}

/** All rights of one verb on one thing, which Oracle takes away together only. */
interface Holding {
  grantee: string;
  verb: string;
  thing: string;
  isWhole: boolean;
  columns: string[];
}

/** The statements that make the held rights the wanted ones, and none when they are. */
export function planRights(held: readonly Right[], wanted: readonly Right[], owner: string): string[] {
  const before = holdings(held);
  const after = holdings(wanted);
  const tooMuch = [...before].filter(([key, holding]) => !isWithin(holding, after.get(key)));
  const revokes = tooMuch.map(([, { verb, thing, grantee }]) => `revoke ${verb} on ${owner}.${thing} from ${grantee}`);
  for (const [key] of tooMuch) before.delete(key);
  const lacking = [...after].flatMap(([key, holding]) =>
    missing(holding, before.get(key)).map((clause) => ({
      where: `on ${owner}.${holding.thing} to ${holding.grantee}`,
      clause,
    })),
  );
  const grantTexts = [...Map.groupBy(lacking, ({ where }) => where)].map(
    ([where, own]) => `grant ${own.map(({ clause }) => clause).join(', ')} ${where}`,
  );
  return [...revokes, ...grantTexts];
}

function holdings(rights: readonly Right[]): Map<string, Holding> {
  const groups = Map.groupBy(rights, ({ grantee, verb, thing }) => `${grantee} ${thing} ${verb}`);
  return new Map(
    [...groups].map(([key, own]) => {
      const [{ grantee, verb, thing } = { grantee: '', verb: '', thing: '' }] = own;
      const columns = own.flatMap(({ column }) => (column === undefined ? [] : [column]));
      return [key, { grantee, verb, thing, isWhole: columns.length < own.length, columns }];
    }),
  );
}

/** Whether nothing of it is too much. */
function isWithin(holding: Holding, limit: Holding | undefined): boolean {
  if (limit === undefined) return false;
  if (limit.isWhole) return true;
  return !holding.isWhole && holding.columns.every((column) => limit.columns.includes(column));
}

/** What is still to be granted: the verb alone, or with its columns. */
function missing(wanted: Holding, kept: Holding | undefined): string[] {
  if (wanted.isWhole) return kept?.isWhole ? [] : [wanted.verb];
  const columns = wanted.columns.filter((column) => !kept?.columns.includes(column));
  return columns.length > 0 ? [`${wanted.verb} (${columns.join(', ')})`] : [];
}
