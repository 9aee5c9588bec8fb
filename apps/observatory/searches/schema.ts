import type { FileForm } from '../store/file-form.ts';

/** A file of its own: what people keep must not go when the store is set aside. */
export const searchesFile: FileForm = {
  title: 'The file of saved searches',
  fileName: 'searches.db',
  asidePrefix: 'searches-set-aside-',
  schema: `
create table searches (
  id text primary key,
  page text not null,
  name text not null collate nocase,
  query text not null,
  saved_ms integer not null,
  unique (page, name)
) without rowid;
`,
  schemaVersion: 1,
};
