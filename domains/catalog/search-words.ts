const mostWords = 8;

/** The words of a search; a product matches when every one of them is found in it. */
export function searchWords(search: string | undefined): string[] {
  return (search ?? '').split(/\s+/).filter(Boolean).slice(0, mostWords);
}
