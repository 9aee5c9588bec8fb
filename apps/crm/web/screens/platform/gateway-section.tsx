import type { WorkflowOverview } from '@octo/contracts/workflows.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { schedulerFacts } from './scheduler-facts.tsx';

/** The workflow gateway by its own account. */
export function GatewaySection({ overview: { gateway, scheduler } }: { overview: WorkflowOverview }) {
  const reaches = [
    ...(gateway.shop_endpoint_configured ? ['the shop'] : []),
    ...(gateway.crm_endpoint_configured ? ['the CRM'] : []),
  ];
  return (
    <Section title="Workflow gateway">
      <Facts
        facts={[
          ['Service', gateway.service_name],
          ...schedulerFacts(scheduler),
          ['Probes', reaches.length > 0 ? reaches.join(' and ') : 'nobody but the database'],
          ['Failing query', gateway.faulty_query_enabled ? 'part of every sweep' : 'only by hand'],
        ]}
      />
    </Section>
  );
}
