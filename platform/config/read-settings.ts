import { readFileSync } from 'node:fs';

/** One variable: what it means, how it is read, what holds when it is absent. */
export interface Setting<T> {
  describe: string;
  parse(text: string): T;
  /** Shown in docs and used when the variable is absent; a setting without one is required. */
  fallback?: T | undefined;
  isOptional?: boolean;
  isSecret?: boolean;
}

export type Settings = Record<string, Setting<unknown>>;
export type Values<S extends Settings> = {
  [K in keyof S]: ReturnType<S[K]['parse']> | (S[K] extends { isOptional: true } ? undefined : never);
};

/** All faults of a configuration at once; the process stops on it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads settings from an environment. Any secret `X` may come as `X_FILE`, the path of a file that holds it.
 * Throws one ConfigurationError that lists every fault.
 */
export function readSettings<S extends Settings>(settings: S, env: NodeJS.ProcessEnv): Values<S> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    try {
      values[name] = readOne(name, setting, env);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (faults.length > 0) throw new ConfigurationError(`Configuration is not usable:\n  ${faults.join('\n  ')}`);
  return asValues<S>(values);
}

function readOne(name: string, setting: Setting<unknown>, env: NodeJS.ProcessEnv): unknown {
  const file = setting.isSecret ? env[`${name}_FILE`] : undefined;
  const text = env[name] || (file ? readFileSync(file, 'utf8').trim() : '');
  if (text !== '') return setting.parse(text);
  if (setting.fallback !== undefined || setting.isOptional) return setting.fallback;
  throw new Error(`is required (${setting.describe})`);
}

/** The loop above filled in every key of the settings. */
function asValues<S extends Settings>(values: Record<string, unknown>): Values<S> {
  return Object.freeze(values) as Values<S>;
}
