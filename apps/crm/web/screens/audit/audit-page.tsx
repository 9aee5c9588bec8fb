import type { listAuditLogs } from '@octo/contracts/crm/admin.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { FilterSelect } from '@octo/ui/react/filter-select.tsx';
import { FilterText } from '@octo/ui/react/filter-text.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { SearchBox } from '@octo/ui/react/search-box.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { auditActions, wordsOf } from '../../parts/audit/audit-actions.ts';
import { NotForYou } from '../../parts/not-for-you.tsx';
import { useCan } from '../../session/session.ts';
import { XrayMark } from '../../xray/xray-mark.tsx';
import { AuditCard, auditColumns } from './audit-columns.tsx';
import { AuditDetails } from './audit-details.tsx';
import { NothingWritten } from './nothing-written.tsx';

const actionOptions = Object.entries(auditActions).map(([value, label]) => ({ value, label }));

export function AuditPage() {
  const can = useCan();
  return (
    <>
      <PageHeader title="Audit" description="Every write: what was, what is, who, when, in which trace." />
      {can('audit.read') ? <AuditLog /> : <NotForYou what="reading the audit" />}
    </>
  );
}

function AuditLog() {
  const { values, set, isNarrowed, clear } = useListParams(['resource', 'action', 'actor']);
  const { resource, action, actor } = values;
  const list = useList({
    key: ['audit', { resource, action, actor }],
    load: async (after, signal) => {
      const { audit_logs, next } = await request<typeof listAuditLogs>('GET /api/admin/audit-logs', {
        query: { resource, action, actor, after, limit: 50 },
        signal,
      });
      return { rows: audit_logs, next };
    },
  });
  return (
    <>
      <Toolbar>
        <SearchBox
          label="What it was done to"
          placeholder="What it was done to, e.g. products/17"
          value={resource}
          onChange={(text) => set('resource', text)}
        />
        <FilterSelect
          label="What was done"
          anyLabel="Any action"
          options={actionOptions}
          value={action}
          onChange={(value) => set('action', value)}
        />
        <FilterText label="Person" placeholder="Username" value={actor} onChange={(text) => set('actor', text)} />
      </Toolbar>
      <DataList
        label="Audit"
        name="audit"
        list={list}
        columns={auditColumns}
        rowKey={({ id }) => id}
        mark={({ id, action }) => <XrayMark kind="audit" id={id} name={wordsOf(action).toLowerCase()} />}
        card={(entry) => <AuditCard entry={entry} />}
        more={(entry) => <AuditDetails entry={entry} />}
        empty={<NothingWritten isNarrowed={isNarrowed} onClear={clear} />}
      />
    </>
  );
}
