import { type WorkflowId, workflowIds } from '@octo/contracts/workflow-ids.ts';
import { workflowTable } from '@octo/platform/http/workflow-table.ts';

/** What a request is part of, by where it went; who calls between services says it. */
const byAddress: Readonly<Record<string, WorkflowId>> = {
  '/api/workflows': 'query-lab',
  '/api/query-lab': 'query-lab',
  '/api/components': 'query-lab',
};

export const workflows = workflowTable(workflowIds, byAddress);
