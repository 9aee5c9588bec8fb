/** The flagship of each category, largest category first; then the second of each, and so on. Takes products by falling price. */
export function flagshipsFirst<P extends { category: string; stock: number }>(
  products: readonly P[],
  categories: readonly { name: string; count: number }[],
): P[] {
  const sizes = new Map(categories.map((category) => [category.name, category.count]));
  const seen = new Map<string, number>();
  const ranked = products
    .filter((product) => product.stock > 0)
    .map((product) => {
      const rank = seen.get(product.category) ?? 0;
      seen.set(product.category, rank + 1);
      return { product, rank, size: sizes.get(product.category) ?? 0 };
    });
  return ranked.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ product }) => product);
}
