const longestPart = 40;
const mostParts = 8;

/** A path without what is in the place of an id, so that many addresses are one page: `/products/17` is `/products/:id`. */
export function templateOf(path: string): string {
  const parts = (path.split(/[?#]/, 1)[0] ?? '').split('/').slice(0, mostParts);
  return parts.map((part) => (/[\d@%]/.test(part) || part.length > longestPart ? ':id' : part)).join('/') || '/';
}
