import type { TraceSearch } from '../../paths.ts';

/** What finds the requests of a route: its server span is named by the method and the template of the route. */
export function routeSearch(name: string): TraceSearch {
  const [, route] = /^\S+ (\/.*)$/.exec(name) ?? [];
  return route === undefined ? { q: name } : { q: name, route };
}
