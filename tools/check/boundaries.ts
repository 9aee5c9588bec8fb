import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../start/files.ts';
import { runCommand } from './run-command.ts';

const folders = ['apps', 'contracts', 'database', 'domains', 'platform', 'tests', 'tools', 'ui'];

/** Who may import whom. Reading no module at all is a failure too: it would pass every rule. */
export async function boundaries(rootDir: string): Promise<{ isGood: boolean; output: string }> {
  const config = '.dependency-cruiser.js';
  if (!existsSync(join(rootDir, config))) return { isGood: false, output: `${config} is missing` };
  const present = folders.filter((folder) => existsSync(join(rootDir, folder)));
  const depcruise = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const { stdout, output } = await runCommand(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', ...present],
    rootDir,
  );
  return judge(stdout) ?? { isGood: false, output };
}

/** Reads the report of dependency-cruiser; undefined when it is none. */
export function judge(report: string): { isGood: boolean; output: string } | undefined {
  const summary = summaryOf(report);
  if (!summary) return undefined;
  const modules = Number(summary.totalCruised ?? 0);
  if (modules === 0) return { isGood: false, output: 'dependency-cruiser has read no module' };
  const violations = (Array.isArray(summary.violations) ? summary.violations : []).filter(isRecord);
  const errors = violations.filter((violation) => isRecord(violation.rule) && violation.rule.severity === 'error');
  return { isGood: errors.length === 0, output: errors.map(describe).join('\n') };
}

function summaryOf(report: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(report);
    return isRecord(parsed) && isRecord(parsed.summary) ? parsed.summary : undefined;
  } catch {
    return undefined;
  }
}

function describe(violation: Record<string, unknown>): string {
  const rule = isRecord(violation.rule) ? violation.rule.name : '';
  const comment = typeof violation.comment === 'string' ? `\n    ${violation.comment}` : '';
  return `  ${rule}: ${violation.from} → ${violation.to}${comment}`;
}
