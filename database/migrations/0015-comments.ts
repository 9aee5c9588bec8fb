import { type Comments, tableComments, viewComments } from '../comments.ts';
import type { CommentedKind, SchemaStatement, SchemaTools } from './schema-change.ts';

/** What tables, views and columns mean, for people and for Select AI. */
export function comments({ comment }: SchemaTools): SchemaStatement[] {
  const tell = (kind: CommentedKind, all: Comments) =>
    Object.entries(all).flatMap(([name, { holds, columns = {} }]) => [
      comment(kind, name, holds),
      ...Object.entries(columns).map(([column, text]) => comment('column', `${name}.${column}`, text)),
    ]);
  return [...tell('table', tableComments), ...tell('view', viewComments)];
}
