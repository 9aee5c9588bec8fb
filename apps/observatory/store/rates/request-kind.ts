/** What a server span answers: a page, data that is read, or something that is done. */
export const requestKinds = ['page', 'read', 'write'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** By the name of the span, which is the method and the template of the route. */
export function kindOf(name: string): RequestKind {
  if (!name.startsWith('GET')) return 'write';
  return name.startsWith('GET /api/') ? 'read' : 'page';
}
