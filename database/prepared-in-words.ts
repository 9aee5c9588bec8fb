import type { SeedSummary } from './seed/seed-database.ts';

/** What preparing a database has done, as the parts of a sentence; none for what was there already. */
export function migrationsInWords({ length }: readonly string[]): string[] {
  if (length === 0) return [];
  return [length === 1 ? '1 migration' : `${length} migrations`];
}

export function seedInWords(seeded: SeedSummary | undefined): string[] {
  return seeded ? [`${seeded.products} products and ${seeded.orders} orders`] : [];
}
