import { stripTypeScriptTypes } from 'node:module';

/** JavaScript from TypeScript, types blanked out. Node announces the function as experimental on every first use: kept out of the log. */
export function stripTypes(source: string): string {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
