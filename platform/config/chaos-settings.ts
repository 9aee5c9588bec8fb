import type { SettingFault } from './read-settings.ts';
import { oneOf } from './settings.ts';

export const chaosSettings = {
  CHAOS_ENABLED: oneOf(
    'Whether the service may be broken on purpose, by a fault that an operator applies; refused in production',
    ['true', 'false'],
    { fallback: 'false' },
  ),
};

/** Nobody breaks production on purpose. */
export function chaosFaults(values: {
  readonly APP_ENV?: string | undefined;
  readonly CHAOS_ENABLED?: string | undefined;
}): SettingFault[] {
  const isRefused = values.APP_ENV === 'production' && values.CHAOS_ENABLED === 'true';
  return isRefused ? [{ setting: 'CHAOS_ENABLED', message: 'must not be true in production' }] : [];
}
