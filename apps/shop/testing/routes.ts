import type { FastifyInstance } from 'fastify';

/** Every route of an app as `GET /path`, sorted; HEAD comes with every GET. */
export function routesOf(app: FastifyInstance): string[] {
  const routes: string[] = [];
  const parents: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).trimEnd().split('\n')) {
    const match = /^(.*?[├└]── )(\S+) \((.*)\)$/.exec(line);
    if (!match) throw new Error(`a line of the route tree that is none: ${line}`);
    const [, indent = '', part = '', methods = ''] = match;
    parents.length = indent.length / 4 - 1;
    const path = `${parents.join('')}${part}`.replaceAll('//', '/');
    parents.push(part);
    for (const method of methods.split(', ')) if (method !== 'HEAD') routes.push(`${method} ${path}`);
  }
  return routes.sort();
}
