import { AppError, faultyField } from '@octo/platform/errors/app-error.ts';

export function shopNotFound(): AppError {
  return new AppError('NotFound', 'shops.not_found', 'This shop does not exist.');
}

export function slugTaken(slug: string): AppError {
  return faultyField('Conflict', 'shops.slug_taken', 'slug', `Another shop has the slug ${slug}.`);
}
