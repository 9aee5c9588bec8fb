import type { NamedQuery } from '@octo/contracts/query-lab.ts';
import type { ListedQuery } from '@octo/domains/workflows';

export function toWireQuery(listed: ListedQuery): NamedQuery {
  return {
    name: listed.name,
    label: listed.label,
    component_name: listed.component,
    action_name: listed.action,
    description: listed.description,
    sql: listed.sql,
    expected_failure: listed.isMeantToFail,
  };
}
