import { readFileSync } from 'node:fs';

/** One variable: what it means, how it is read, what holds when it is absent. */
export interface Setting<T> {
  describe: string;
  parse(text: string): T;
  /** Shown in docs and used when the variable is absent; a setting without one is required. */
  fallback?: T | undefined;
  isOptional?: boolean;
  /** Which other setting has to be there when this one is not. */
  instead?: string;
  isSecret?: boolean;
}

export type Settings = Record<string, Setting<unknown>>;
export type Values<S extends Settings> = {
  [K in keyof S]: ReturnType<S[K]['parse']> | (S[K] extends { isOptional: true } ? undefined : never);
};

/** What is wrong with one setting, for the person who sets it; never its value where that is secret. */
export interface SettingFault {
  setting: string;
  message: string;
}

/** All faults of a configuration at once; the process stops on it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

export function unusable(faults: readonly SettingFault[]): ConfigurationError {
  const lines = faults.map(({ setting, message }) => `\n  ${setting}: ${message}`);
  return new ConfigurationError(`Configuration is not usable:${lines.join('')}`);
}

/**
 * Reads settings from an environment. Any secret `X` may come as `X_FILE`, the path of a file that holds it.
 * `check` judges those that depend on each other; a setting that could not be read is missing there, and has one fault only.
 * Throws one ConfigurationError that lists every fault.
 */
export function readSettings<S extends Settings>(
  settings: S,
  env: NodeJS.ProcessEnv,
  check: (values: Partial<Values<S>>) => readonly SettingFault[] = () => [],
): Values<S> {
  const faults: SettingFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    try {
      values[name] = readOne(name, setting, env);
    } catch (error) {
      faults.push({ setting: name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const read = asValues<S>(values);
  for (const fault of check(read)) if (!faults.some(({ setting }) => setting === fault.setting)) faults.push(fault);
  if (faults.length > 0) throw unusable(faults);
  return read;
}

function readOne(name: string, setting: Setting<unknown>, env: NodeJS.ProcessEnv): unknown {
  const file = setting.isSecret ? env[`${name}_FILE`] : undefined;
  const text = env[name] || (file ? readFileSync(file, 'utf8').trim() : '');
  if (text !== '') return setting.parse(text);
  if (setting.fallback !== undefined || setting.isOptional) return setting.fallback;
  throw new Error(`is required (${setting.describe})`);
}

/** The loop above filled in every key of the settings that has no fault. */
function asValues<S extends Settings>(values: Record<string, unknown>): Values<S> {
  return Object.freeze(values) as Values<S>;
}
