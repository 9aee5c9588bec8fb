import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { hire } from '../drills/parts/operator.ts';
import type { Owner } from '../drills/parts/shop-floor.ts';
import { deliveriesOf } from '../drills/parts/sync-books.ts';
import { until } from '../drills/parts/wait.ts';

/** What nobody but those it belongs to may ever read; each word occurs nowhere else. */
export const secrets = {
  'the name of a buyer': 'Zoeprivate Quillfeather',
  'the e-mail of a buyer': 'zoeprivate@quillfeather.example',
  'the address of a buyer': '77 Quillfeather Lane',
  'a note to an order': 'ring the quillbell twice',
  'a card token': 'tok_accepted',
  'a declined card token': 'tok_declined',
  'the number of a card': '4929 8412 0065 7431',
  'the security code of a card': 'cvv-4929-737',
  'the session of a buyer': 'quillsession-0123456789',
  'what somebody searched for': 'quillsearch',
  'an idempotency key': 'quillkey-4711',
  'the name of an operator': 'quilloperator',
  'a password': 'a quill pass phrase 0815',
  'a wrong password': 'a quill guess 0816',
  'an e-mail in the place of an id': 'quillid@quillfeather.example',
  'an e-mail in the place of a number': 'quillnumber@quillfeather.example',
  'an e-mail in a broken body': 'quillbroken@quillfeather.example',
  'an e-mail at an address that does not exist': 'quillnowhere@quillfeather.example',
  'an e-mail of a user agent': 'quillagent@quillfeather.example',
  'an e-mail as a request id': 'quillrequest@quillfeather.example',
  'the payer of a transfer': 'quillbank-transfer-4712',
  'a bearer token': 'quillbearer-0123456789',
} as const;

/** What is allowed on a span, and shows that looking for it works. */
export const planted = { agent: 'planted-agent/1.0' } as const;

interface Stage {
  shopUrl: string;
  crmUrl: string;
  owner: Owner;
}

type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** All that buyers and operators do, well and badly, with something private wherever there is room for it. */
export async function liveThroughEverything({ shopUrl, crmUrl, owner }: Stage): Promise<void> {
  const agent = `${planted.agent} (+mailto:${secrets['an e-mail of a user agent']})`;
  const at =
    (base: string): Send =>
    (path, init = {}) =>
      fetch(`${base}${path}`, { redirect: 'manual', ...init, headers: { 'user-agent': agent, ...init.headers } });
  const [shop, crm] = [at(shopUrl), at(crmUrl)];
  await look(shop);
  const orderId = await buy(shop);
  await mistype(shop, '/api/cart/add');
  await until('the messages to arrive', async () => (await deliveriesOf(owner)).waiting === 0);
  await operate(crm, owner, orderId);
  await mistype(crm, '/api/auth/login');
  await until('the cancellation to arrive', async () => (await deliveriesOf(owner)).waiting === 0);
  await sql`revoke select on products from octo_shop, octo_crm`.execute(owner);
  // A search is never kept ready, so that this one reaches the database.
  const broken = await shop(`/api/products?search=${secrets['what somebody searched for']}500`);
  assert.equal(broken.status, 500);
}

async function look(shop: Send): Promise<void> {
  const word = secrets['what somebody searched for'];
  for (const path of ['/', `/shop?search=${word}&from=${word}`, `/api/products?search=${word}`, '/products/1'])
    assert.ok((await shop(path)).status < 400, path);
  const session = secrets['the session of a buyer'];
  assert.equal((await shop(`/api/cart?session_id=${session}`)).status, 200);
  assert.equal((await shop('/cart', { headers: { cookie: `octo_session=${session}` } })).status, 200);
}

function json(body: object, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

async function buy(shop: Send): Promise<number> {
  const session_id = secrets['the session of a buyer'];
  const order = {
    session_id,
    customer_name: secrets['the name of a buyer'],
    customer_email: secrets['the e-mail of a buyer'],
    shipping_address: secrets['the address of a buyer'],
    notes: secrets['a note to an order'],
    // Nobody asks for it, and it is overlooked.
    card: { number: secrets['the number of a card'], cvv: secrets['the security code of a card'] },
  };
  const checkOut = async (payment: object, status: number) => {
    const added = await shop('/api/cart/add', json({ product_id: 1, quantity: 1, session_id }));
    assert.equal(added.status, 200);
    const headers = {
      'idempotency-key': `${secrets['an idempotency key']}-${status}-${JSON.stringify(payment).length}`,
      authorization: `Bearer ${secrets['a bearer token']}`,
      'x-request-id': secrets['an e-mail as a request id'],
    };
    const answer = await shop('/api/shop/checkout', json({ ...order, ...payment }, headers));
    assert.equal(answer.status, status, await answer.clone().text());
    return answer;
  };
  await checkOut({ payment_method: 'credit_card', payment_token: secrets['a declined card token'] }, 402);
  await checkOut({ payment_method: 'bank_transfer' }, 200);
  const bad = { payment_method: 'credit_card', customer_email: 'quillid@quillfeather.example and more' };
  await checkOut(bad, 400);
  await typeCard(shop, order);
  const paid = await checkOut({ payment_method: 'credit_card', payment_token: secrets['a card token'] }, 200);
  return Number(Object(await paid.json()).order_id);
}

/** Some type their card wherever a token could be. */
async function typeCard(shop: Send, order: object): Promise<void> {
  const card_number = secrets['the number of a card'];
  const cvv = secrets['the security code of a card'];
  const asked = new URLSearchParams({ card_number, cvv });
  const typed = { ...order, payment_method: 'credit_card', payment_token: card_number, card_number, cvv };
  const form = new URLSearchParams({ payment_method: cvv, payment_token: card_number, card_number, cvv });
  const answers = await Promise.all([
    shop(`/api/shop/checkout?${asked}`, json(typed)),
    shop(`/checkout?${asked}`, { method: 'POST', body: form }),
    shop(`/orders/${encodeURIComponent(card_number)}?${asked}`),
    shop(`/api/products/${encodeURIComponent(card_number)}`),
  ]);
  for (const answer of answers) assert.ok(answer.status >= 400, `${answer.url} ${answer.status}`);
}

/** Puts an e-mail wherever something else is expected. */
async function mistype(app: Send, path: string): Promise<void> {
  const inPlace = secrets['an e-mail in the place of an id'];
  const body = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const asked = [
    app(`/api/products/${inPlace}`),
    app(`/products/${encodeURIComponent(inPlace)}`),
    app(`/orders/${inPlace}?mail=${inPlace}`),
    app(`/${secrets['an e-mail at an address that does not exist']}`),
    app(`/api/${secrets['an e-mail at an address that does not exist']}/%zz`),
    app(path, json({ product_id: secrets['an e-mail in the place of a number'], username: 7, session_id: inPlace })),
    app(path, { ...body, body: `{"email": "${secrets['an e-mail in a broken body']}` }),
    app(path, { method: 'PUT', headers: { cookie: `octo_crm=${secrets['a bearer token']}` } }),
  ];
  for (const answer of await Promise.all(asked)) assert.ok(answer.status >= 400 || answer.status === 200);
}

async function operate(crm: Send, owner: Owner, orderId: number): Promise<void> {
  const [username, password] = [secrets['the name of an operator'], secrets['a password']];
  await hire(owner, { username, password });
  const signIn = (secret: string) => crm('/api/auth/login', json({ username, password: secret }));
  assert.equal((await signIn(secrets['a wrong password'])).status, 401);
  const stranger = { username: secrets['the e-mail of a buyer'], password: secrets['a wrong password'] };
  assert.equal((await crm('/api/auth/login', json(stranger))).status, 401);
  const signedIn = await signIn(password);
  assert.equal(signedIn.status, 200);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const headers = { cookie, 'content-type': 'application/json' };
  const get = async (path: string) => assert.equal((await crm(path, { headers })).status, 200, path);
  for (const term of [secrets['the e-mail of a buyer'], secrets['the name of a buyer']])
    for (const list of ['customers', 'orders']) await get(`/api/${list}?search=${encodeURIComponent(term)}`);
  await get(`/api/orders/${orderId}`);
  await get('/api/admin/users');
  const reason = `${secrets['a note to an order']} ${secrets['the e-mail of a buyer']}`;
  const patch = (path: string, body: object) => crm(path, { method: 'PATCH', headers, body: JSON.stringify(body) });
  assert.equal((await patch(`/api/orders/${orderId}/status`, { status: 'on_hold', reason })).status, 200);
  assert.equal((await patch(`/api/orders/${orderId}/status`, { status: 'accepted', reason })).status, 200);
  assert.equal((await patch(`/api/orders/${orderId}/status`, { status: 'cancelled', reason })).status, 200);
  assert.equal((await patch(`/api/orders/${orderId}/status`, { status: 'accepted', reason })).status, 409);
  const reference = { reference: secrets['the payer of a transfer'] };
  const paid = await crm(`/api/orders/${orderId}/payment`, { ...json(reference), headers });
  assert.ok([404, 409].includes(paid.status), `${paid.status}`);
}
