import { maskConstants } from '../mask-constants.ts';
import type { PlanStep } from '../plan-lines.ts';

const conditions = [
  'Index Cond',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'One-Time Filter',
];
const lists = ['Sort Key', 'Group Key'];

/** Reads what EXPLAIN (FORMAT JSON) says. */
export function readExplained(explained: unknown): PlanStep {
  const root = Array.isArray(explained) ? memberOf(explained[0], 'Plan') : undefined;
  if (root === undefined) throw new TypeError('this is not what EXPLAIN says in JSON');
  return stepOf(root);
}

function stepOf(node: unknown): PlanStep {
  const text = (name: string) => textOf(memberOf(node, name));
  const kind = [text('Join Type'), text('Strategy'), text('Operation'), text('Node Type')].filter(isTelling).join(' ');
  const relation = text('Relation Name') ?? text('CTE Name') ?? text('Function Name');
  const index = text('Index Name');
  const subplan = text('Subplan Name');
  const plans = memberOf(node, 'Plans');
  return {
    title: [
      subplan ? `${subplan}: ${kind}` : kind,
      ...(index ? [`using ${index}`] : []),
      ...(relation ? [`on ${aliased(relation, text('Alias'))}`] : []),
      estimateOf(text('Startup Cost'), text('Total Cost'), text('Plan Rows')),
    ].join(' '),
    shape: [kind, relation, index, subplan],
    notes: [...conditions, ...lists].flatMap((name) => noteOf(name, memberOf(node, name))),
    steps: Array.isArray(plans) ? plans.map(stepOf) : [],
  };
}

function estimateOf(start: string | null, total: string | null, rows: string | null): string {
  return `(${total === null ? '' : `cost ${start}..${total}, `}rows ${rows})`;
}

function isTelling(word: string | null): boolean {
  return word !== null && word !== 'Plain';
}

function aliased(relation: string, alias: string | null): string {
  return alias === null || alias === relation ? relation : `${relation} ${alias}`;
}

function noteOf(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return [`${name}: ${maskConstants(value.join(', '))}`];
  return typeof value === 'string' ? [`${name}: ${maskConstants(value)}`] : [];
}

function memberOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : null;
}
