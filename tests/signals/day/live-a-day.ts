import assert from 'node:assert/strict';
import { browserAttributes, errorEvent } from '@octo/contracts/browser-telemetry.ts';
import { getBrowserSession, listBrowserSessions } from '@octo/contracts/observatory-browser.ts';
import { addToCart as add, checkOut, post } from '../../drills/parts/buyer.ts';
import { hire, signIn } from '../../drills/parts/operator.ts';
import { deliveriesOf } from '../../drills/parts/sync-books.ts';
import { visitAs } from '../../e2e/crm/visit-as.ts';
import { addToCart, fillCheckout, placeOrder } from '../../e2e/steps/buying.ts';
import { eventually, type SignalHouse } from '../house.ts';
import { buyInBrowser } from '../journeys.ts';
import { asked } from '../panels/panel.ts';

/** All that people do in a shop and its office, in browsers and over HTTP. */
export async function liveADay(house: SignalHouse): Promise<void> {
  await shopInBrowser(house);
  await buyOverHttp(house);
  await settled(house);
  await workInBrowser(house);
  await workOverHttp(house);
  await settled(house);
}

/** A card is declined, another one pays; then a script of the page fails. */
async function shopInBrowser(house: SignalHouse): Promise<void> {
  await using visitor = await house.visitShop();
  const { page, faults } = visitor;
  faults.expect(402);
  await addToCart(page, '/products/2');
  await page.goto('/checkout');
  await fillCheckout(page);
  await page.getByLabel('Declined').check();
  await placeOrder(page);
  await page.getByRole('alert').waitFor();
  // A page that is left at once has nobody to tell of it.
  await untilTold(house, 'checkout_error');
  await buyInBrowser(page, 1);
  await page.goto('/products/2');
  await page.evaluate(() => {
    HTMLInputElement.prototype.stepUp = () => {
      throw new TypeError('maria@example.com cannot have "12 Bryggen" of 4711');
    };
  });
  await page.locator('[data-step="1"]').click();
  await untilTold(house, errorEvent);
  await page.goto('/');
  faults.found.length = 0;
}

/** Until the visit that goes on has told of such an event. */
async function untilTold({ observatory }: SignalHouse, event: string): Promise<void> {
  await eventually(`a browser to tell of ${event}`, async () => {
    const [visit] = (await asked(observatory, listBrowserSessions)).sessions;
    if (!visit) return undefined;
    const { steps } = await asked(observatory, getBrowserSession, { params: { sessionId: visit.sessionId } });
    return steps.some(({ attributes }) => attributes[browserAttributes.eventName] === event) || undefined;
  });
}

/** Orders that are accepted, declined, not answered for, and too late for the last unit. */
async function buyOverHttp({ urls: { shop }, owner }: SignalHouse): Promise<void> {
  const buy = async (token: 'tok_accepted' | 'tok_declined' | 'tok_processor_down', status: number) => {
    const sessionId = `a-buyer-with-${token}`;
    assert.equal((await add(shop, sessionId, 2)).status, 200);
    const { body, ...answer } = await checkOut(shop, {
      sessionId,
      email: 'ada@buyer.test',
      method: 'credit_card',
      token,
    });
    assert.equal(answer.status, status, JSON.stringify(body));
  };
  await buy('tok_accepted', 200);
  await buy('tok_declined', 402);
  await buy('tok_processor_down', 503);
  const greedy = { session_id: 'a-buyer-who-wants-all', product_id: 3, quantity: 99 };
  assert.equal((await post(`${shop}/api/cart/add`, greedy)).status, 409);
  const unlucky = { sessionId: 'a-buyer-without-luck', email: 'ada@buyer.test', method: 'bank_transfer' } as const;
  assert.equal((await add(shop, unlucky.sessionId, 3)).status, 200);
  await owner.updateTable('stockLevels').set({ quantity: 0 }).where('productId', '=', 3).execute();
  assert.equal((await checkOut(shop, unlucky)).status, 409);
}

async function workInBrowser(house: SignalHouse): Promise<void> {
  await using visitor = await visitAs(house, 'manager');
  const { page } = visitor;
  for (const name of ['Products', 'Customers', 'Orders']) {
    await page.getByRole('navigation').getByRole('link', { name }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
}

async function workOverHttp({ urls: { crm }, owner }: SignalHouse): Promise<void> {
  await hire(owner);
  const operator = await signIn(crm);
  const { get } = operator;
  const post = async (path: string, body: object, status: number) =>
    assert.equal((await operator.post(path, body)).status, status, path);
  for (const path of ['orders', 'admin/users', 'dashboard/summary', 'workflows/overview', 'query-lab/executions'])
    assert.equal((await get(`/api/${path}`)).status, 200, path);
  await post('/api/query-lab/run', { query_name: 'inventory_watch' }, 200);
  await post('/api/products/1/stock-movements', { delta: 1, reason: 'found behind the shelf' }, 201);
  const { id } = await owner
    .selectFrom('orders')
    .select('id')
    .where('status', '=', 'accepted')
    .executeTakeFirstOrThrow();
  for (const status of ['on_hold', 'accepted', 'cancelled']) {
    const { status: answer, body } = await operator.patch(`/api/orders/${id}/status`, {
      status,
      reason: 'they said so',
    });
    assert.equal(answer, 200, JSON.stringify(body));
  }
}

/** Every message has arrived. */
export async function settled({ owner }: SignalHouse): Promise<void> {
  await eventually('the messages to arrive', async () => {
    const { waiting, dead } = await deliveriesOf(owner);
    assert.equal(dead, 0);
    return waiting === 0 || undefined;
  });
}
