import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { Instant, Nullable, Text } from './scalars.ts';

// Searches for traces or log lines that somebody wants to make again. camelCase, like the rest of the observatory's API.

export const SearchName = Text(80);
/** The page that a search is made on. */
export const SearchPage = Type.Enum(['traces', 'logs']);
export type SearchPage = Static<typeof SearchPage>;

/** What the address of that page says after its question mark. */
export const SearchQuery = Type.String({ minLength: 1, maxLength: 2000 });

export const SavedSearch = Type.Object({
  id: Type.String(),
  page: SearchPage,
  name: Type.String(),
  query: Type.String(),
  isReadyMade: Type.Boolean({ description: 'Comes with the observatory, and stays as it is' }),
  savedAt: Nullable(Instant),
});
export type SavedSearch = Static<typeof SavedSearch>;

const OneSearch = Type.Object({ searchId: Type.String({ pattern: '^[0-9a-z-]{1,40}$' }) });

export const listSearches = endpoint({
  method: 'GET',
  path: '/api/searches',
  summary: 'The ready-made searches, then those that were saved, by their names',
  tag: 'Traces',
  responses: { 200: Type.Object({ searches: Type.Array(SavedSearch) }) },
});

export const saveSearch = endpoint({
  method: 'POST',
  path: '/api/searches',
  summary: 'Keeps a search of a page, traces unless said otherwise, under a name; 409 for a name that is taken there',
  tag: 'Traces',
  body: Type.Object({ page: Type.Optional(SearchPage), name: SearchName, query: SearchQuery }),
  responses: { 201: SavedSearch },
});

export const renameSearch = endpoint({
  method: 'PATCH',
  path: '/api/searches/:searchId',
  summary: 'Gives a saved search another name; 409 for one that is taken',
  tag: 'Traces',
  params: OneSearch,
  body: Type.Object({ name: SearchName }),
  responses: { 200: SavedSearch },
});

export const deleteSearch = endpoint({
  method: 'DELETE',
  path: '/api/searches/:searchId',
  summary: 'Deletes a saved search and says what it was, so that it can be saved again',
  tag: 'Traces',
  params: OneSearch,
  responses: { 200: SavedSearch },
});
