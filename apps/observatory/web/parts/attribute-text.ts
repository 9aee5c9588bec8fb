const longestSearch = 200;

/** A value as it is shown: lists and what is nested as JSON. */
export function attributeText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** What to search by for the traces that have it; undefined when it is too long for a search, or no single value. */
export function searchText(name: string, value: unknown): string | undefined {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return undefined;
  const q = `${name}=${value}`;
  return value === '' || q.length > longestSearch ? undefined : q;
}
