import type { DatabaseSync } from 'node:sqlite';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import type { LogLine, Resource, Scalar } from '../../otlp/records.ts';
import { levelOf, levels } from './levels.ts';

/** What many lines have in common, and are counted by. What a line does not say is empty. */
export interface LogKind {
  readonly service: string;
  readonly instance: string;
  readonly severity: string;
  readonly level: number;
  readonly event: string;
  readonly route: string;
  readonly code: string;
}

export interface LogKinds {
  idOf(kind: LogKind): number;
  /** Lets go of those that no line has any more. */
  sweep(): void;
  /** Forgets what it knows, after a batch was not written after all. */
  forget(): void;
}

/** For more of them events, routes and codes are not told apart any more, for still more processes neither, and then services. */
const mostKinds = 3000;
const mostOfProcesses = 6000;
const mostOfServices = 9000;
const longest = 200;
export const otherValue = '(other)';

export function logKinds(db: DatabaseSync): LogKinds {
  const find = db.prepare(
    'select id from log_kinds where service = ? and instance = ? and severity = ? and event = ? and route = ? and code = ?',
  );
  const insert = db.prepare(
    'insert into log_kinds (service, instance, severity, event, route, code, level) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const count = db.prepare('select count(*) as kinds from log_kinds');
  const sweep = db.prepare('delete from log_kinds where id not in (select kind from log_minutes)');
  const known = new Map<string, number>();
  let kinds: number | undefined;

  function look(kind: LogKind): number {
    const { service, instance, severity, level, event, route, code } = kind;
    const found = find.get(service, instance, severity, event, route, code);
    if (found) return Number(found.id);
    kinds ??= Number(count.get()?.kinds);
    const coarser = coarserThan(kind, kinds);
    if (coarser) return look(coarser);
    kinds += 1;
    return Number(insert.run(service, instance, severity, event, route, code, level).lastInsertRowid);
  }

  return {
    idOf(kind) {
      const { service, instance, severity, event, route, code } = kind;
      const key = [service, instance, severity, event, route, code].join('\n');
      const id = known.get(key) ?? look(kind);
      if (known.size >= mostKinds) known.clear();
      known.set(key, id);
      return id;
    },
    sweep() {
      if (Number(sweep.run().changes) > 0) forget();
    },
    forget,
  };

  function forget(): void {
    known.clear();
    kinds = undefined;
  }
}

/** The same, told less apart, as far as there are too many kinds for it; undefined where it may stand as it is. */
function coarserThan(kind: LogKind, kinds: number): LogKind | undefined {
  const { service, instance, severity, level, event, route, code } = kind;
  if (kinds >= mostKinds && event + route + code !== otherValue.repeat(3))
    return { ...kind, event: otherValue, route: otherValue, code: otherValue };
  const usual = levels[level] ?? '';
  if (kinds >= mostOfProcesses && (instance !== otherValue || severity !== usual))
    return { ...kind, instance: otherValue, severity: usual };
  return kinds >= mostOfServices && service !== otherValue ? { ...kind, service: otherValue } : undefined;
}

/** The fields that lines are counted by. */
const countedFields = {
  event: attributeNames.event,
  route: attributeNames.route,
  code: attributeNames.errorCode,
} as const;

export function kindOf({ severity, attributes }: LogLine, resource: Resource): LogKind {
  return {
    service: resource.service,
    instance: shortText(resource.attributes[attributeNames.serviceInstance]),
    severity,
    level: levelOf(severity),
    event: shortText(attributes[countedFields.event]),
    route: shortText(attributes[countedFields.route]),
    code: shortText(attributes[countedFields.code]),
  };
}

function shortText(value: Scalar | Scalar[] | undefined): string {
  return value === undefined ? '' : String(value).slice(0, longest).toWellFormed();
}
