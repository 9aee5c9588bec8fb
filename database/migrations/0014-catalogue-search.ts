import type { SchemaStatement, SchemaTools } from './schema-change.ts';

/** What keeps a catalogue of many thousands as quick as a small one: search, a category by name, and counting what is on sale. */
export function catalogueSearch(tools: SchemaTools): SchemaStatement[] {
  const { schema } = tools;
  return [
    ...tools.containsIndex('products_search_ix', 'products', ['name', 'sku', 'category', 'description']),
    schema.createIndex('products_category_name_id_ix').on('products').columns(['category', 'name', 'id']),
    schema.createIndex('products_on_sale_ix').on('products').columns(['shop_id', 'is_active', 'category']),
  ];
}
