import { launchBrowser } from '../../browser/launch-browser.ts';
import { type Owner, startShop } from './start-shop.ts';
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts';

/** A running shop and a browser, for all journeys of one file. */
export interface Scene extends AsyncDisposable {
  url: string;
  owner: Owner;
  visit(options?: VisitorOptions): Promise<Visitor>;
}

export async function openScene(env: Record<string, string> = {}): Promise<Scene> {
  await using stack = new AsyncDisposableStack();
  const [shop, browser] = await Promise.all([startShop(env), launchBrowser()]);
  stack.use(shop);
  stack.defer(() => browser.close());
  const opened = stack.move();
  return {
    url: shop.url,
    owner: shop.owner,
    visit: (options) => openVisitor(browser, shop.url, options),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
