import type { DatabaseSync } from 'node:sqlite';
import type { SavedSearch, SearchPage } from '@octo/contracts/observatory-searches.ts';
import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { keepFile } from '../store/kept-file.ts';
import type { Row } from '../store/rows.ts';
import { readyMadeSearches } from './ready-made.ts';
import { searchesFile } from './schema.ts';

export interface SearchStoreOptions {
  readonly dir: string;
  nowMs(): number;
  newId(): string;
  /** Told when the file was found unusable and begun anew. */
  onNote(note: string): void;
}

/** Searches that somebody has given a name. */
export interface SearchStore extends Disposable {
  list(): SavedSearch[];
  /** Throws Conflict for a name that is taken, LimitExceeded when there are too many. */
  save(search: { page: SearchPage; name: string; query: string }): SavedSearch;
  /** Throws NotFound for one that nobody saved, as the ready-made ones. */
  rename(id: string, name: string): SavedSearch;
  remove(id: string): SavedSearch;
}

const mostSearches = 200;

export function openSearchStore({ dir, nowMs, newId, onNote }: SearchStoreOptions): SearchStore {
  const file = keepFile({ dir, form: searchesFile, onNote, open: (db) => ({ db, statements: prepareAll(db) }) });
  const work = <T>(change: (statements: Statements) => T) =>
    file.use(({ db, statements }) => inTransaction(db, () => change(statements)));
  return {
    list: () => [...readyMadeSearches, ...work(({ all }) => all.all().map(toSearch))],
    save: ({ page, name, query }) =>
      work((statements) => {
        requireFree(statements, { page, name });
        if (statements.all.all().length >= mostSearches) throw tooMany();
        const id = newId();
        statements.insert.run(id, page, name, query, nowMs());
        return savedOne(statements, id);
      }),
    rename: (id, name) =>
      work((statements) => {
        const { page } = savedOne(statements, id);
        requireFree(statements, { page, name }, id);
        statements.rename.run(name, id);
        return savedOne(statements, id);
      }),
    remove: (id) =>
      work((statements) => {
        const search = savedOne(statements, id);
        statements.remove.run(id);
        return search;
      }),
    [Symbol.dispose]: () => file[Symbol.dispose](),
  };
}

type Statements = ReturnType<typeof prepareAll>;

function prepareAll(db: DatabaseSync) {
  return {
    all: db.prepare('select * from searches order by name'),
    find: db.prepare('select * from searches where id = ?'),
    named: db.prepare('select id from searches where page = ? and name = ?'),
    insert: db.prepare('insert into searches (id, page, name, query, saved_ms) values (?, ?, ?, ?, ?)'),
    rename: db.prepare('update searches set name = ? where id = ?'),
    remove: db.prepare('delete from searches where id = ?'),
  };
}

function savedOne({ find }: Statements, id: string): SavedSearch {
  const row = find.get(id);
  if (row) return toSearch(row);
  throw new AppError('NotFound', 'searches.unknown', 'Nobody saved this search, or it was deleted.');
}

function requireFree({ named }: Statements, { page, name }: Pick<SavedSearch, 'page' | 'name'>, id?: string): void {
  const holder = named.get(page, name)?.id;
  const isReadyMade = readyMadeSearches.some(
    (search) => search.page === page && search.name.toLowerCase() === name.toLowerCase(),
  );
  if ((holder === undefined || holder === id) && !isReadyMade) return;
  throw faultyField('Conflict', 'searches.name_taken', 'name', 'Another search has this name. Choose another one.');
}

function tooMany(): AppError {
  const message = `There are ${mostSearches} saved searches. Delete one that nobody needs.`;
  return new AppError('LimitExceeded', 'searches.too_many', message);
}

function toSearch(row: Row): SavedSearch {
  return {
    id: String(row.id),
    page: row.page === 'logs' ? 'logs' : 'traces',
    name: String(row.name),
    query: String(row.query),
    isReadyMade: false,
    savedAt: new Date(Number(row.saved_ms)).toISOString(),
  };
}
