import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  deleteSearch,
  listSearches,
  renameSearch,
  type SavedSearch,
  type SearchPage,
  saveSearch,
} from '@octo/contracts/observatory-searches.ts';
import { expectContract, expectProblem } from '@octo/platform/testing/expect.ts';
import { readyMadeSearches } from '../searches/ready-made.ts';
import { openSearchStore } from '../searches/search-store.ts';
import { createTestObservatory } from '../testing/test-observatory.ts';

const t = await createTestObservatory();
after(() => t[Symbol.asyncDispose]());

const url = '/api/searches';
const save = (name: string, query = 'service=shop', page: SearchPage = 'traces') =>
  t.app.inject({ method: 'POST', url, payload: { page, name, query } });
const rename = (id: string, name: string) => t.app.inject({ method: 'PATCH', url: `${url}/${id}`, payload: { name } });
const remove = (id: string) => t.app.inject({ method: 'DELETE', url: `${url}/${id}` });

async function saved(): Promise<SavedSearch[]> {
  const { searches } = expectContract(listSearches, 200, await t.app.inject(url));
  return searches.filter(({ isReadyMade }: SavedSearch) => !isReadyMade);
}

test('a search is saved, renamed and deleted, and can be saved again', async () => {
  const made = expectContract(saveSearch, 201, await save(' Slow carts ', 'min=100&service=shop&q='));
  assert.deepEqual([made.name, made.query], ['Slow carts', 'min=100&service=shop']);
  const renamed = expectContract(renameSearch, 200, await rename(made.id, 'Slower carts'));
  assert.deepEqual(await saved(), [renamed]);
  const gone = expectContract(deleteSearch, 200, await remove(made.id));
  assert.deepEqual([gone, await saved()], [renamed, []]);
  expectContract(saveSearch, 201, await save(gone.name, gone.query));
  assert.deepEqual(
    (await saved()).map(({ name, query }) => [name, query]),
    [['Slower carts', 'min=100&service=shop']],
  );
});

test('a name is given once, whatever its letters, and those of the ready-made ones are taken', async () => {
  expectContract(saveSearch, 201, await save('Once'));
  const { id } = expectContract(saveSearch, 201, await save('Twice'));
  for (const answer of [await save('ONCE'), await rename(id, 'once'), await save('errors')])
    expectProblem(answer, { status: 409, code: 'searches.name_taken', field: 'name' });
  expectContract(renameSearch, 200, await rename(id, 'TWICE'));
});

const refused: [what: string, name: string, query: string, field: string][] = [
  ['no name', '', 'q=a', 'name'],
  ['a name of blanks', '  ', 'q=a', 'name'],
  ['a name that is too long', 'x'.repeat(81), 'q=a', 'name'],
  ['a search for nothing', 'Nothing', 'q=', 'query'],
  ['a search for what there is not', 'Strange', 'colour=red', 'query'],
];
for (const [what, name, query, field] of refused)
  test(`${what} is refused`, async () =>
    expectProblem(await save(name, query), { status: 400, code: /invalid/, field }));

test('each page has names and questions of its own', async () => {
  const made = expectContract(saveSearch, 201, await save('Shared', 'severity=ERROR&q=paid', 'logs'));
  assert.deepEqual([made.page, made.query], ['logs', 'q=paid&severity=ERROR']);
  expectContract(saveSearch, 201, await save('Shared'));
  expectProblem(await save('shared', 'q=a', 'logs'), { status: 409, code: 'searches.name_taken', field: 'name' });
  expectProblem(await save('Slow', 'min=5', 'logs'), { status: 400, code: /invalid/, field: 'query' });
  expectProblem(await save('Loud', 'severity=ERROR'), { status: 400, code: /invalid/, field: 'query' });
});

test('a search that nobody saved, and a ready-made one, can be neither renamed nor deleted', async () => {
  for (const id of ['nothing', 'errors'])
    for (const answer of [await rename(id, 'Other'), await remove(id)])
      expectProblem(answer, { status: 404, code: 'searches.unknown' });
});

test('every ready-made search is one that the page can make', async () => {
  for (const { page, name, query } of readyMadeSearches)
    expectContract(saveSearch, 201, await save(`My ${name.toLowerCase()}`, query, page));
});

test('there is an end to how many are kept, and they outlive a restart', () => {
  const dir = mkdtempSync(join(tmpdir(), 'octo-searches-'));
  let made = 0;
  const open = () => openSearchStore({ dir, nowMs: () => 0, newId: () => `s${++made}`, onNote: assert.fail });
  {
    using searches = open();
    for (let at = 0; at < 200; at += 1) searches.save({ page: 'traces', name: `n${at}`, query: 'q=a' });
    assert.throws(() => searches.save({ page: 'logs', name: 'one more', query: 'q=a' }), { code: 'searches.too_many' });
  }
  {
    using searches = open();
    assert.equal(searches.list().length, 200 + readyMadeSearches.length);
  }
  rmSync(dir, { recursive: true });
});
