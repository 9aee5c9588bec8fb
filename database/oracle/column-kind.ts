/** What a column of this Oracle type holds, in the words of both engines. */
export function oracleColumnKind(type: string): string {
  const name = type.trim().toLowerCase();
  const [, base, size, scale] = /^(\w+)(?:\((\d+)(?:,(\d+)| char)?\))?/.exec(name) ?? [];
  if (base === 'number' && scale !== undefined && scale !== '0') return `decimal(${size},${scale})`;
  if (base === 'number' && size !== undefined) return `whole(${size})`;
  if (base === 'varchar2' && name.endsWith(' char)')) return `text(${size})`;
  if (base === 'timestamp' && name.endsWith(' with time zone')) return `instant(${size})`;
  if (name === 'clob') return 'long text';
  if (name === 'boolean') return 'flag';
  throw new Error(`no column of ours has the Oracle type ${type}`);
}
