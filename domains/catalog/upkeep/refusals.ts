import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';

export function productNotFound(): AppError {
  return new AppError('NotFound', 'catalog.product_not_found', 'This product does not exist.');
}

export function skuTaken(sku: string): AppError {
  const message = `Another product has the SKU ${sku}. Capitals make no difference.`;
  return faultyField('Conflict', 'catalog.sku_taken', 'sku', message);
}
