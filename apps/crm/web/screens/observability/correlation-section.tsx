import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import { formatDuration, formatMilliseconds } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { TraceId } from '../../parts/trace-id.tsx';
import { XrayMark } from '../../xray/xray-mark.tsx';

/** The ids of the very request that this page was drawn from: where to begin to follow it. */
export function CorrelationSection({ view: { correlation, service, query_time_ms } }: { view: CrmView }) {
  const { trace_id, request_id } = correlation;
  return (
    <Section title="This very request" aside={<XrayMark kind="trace" id={trace_id} name="this request" />}>
      <Facts
        facts={[
          ['Trace', <TraceId key="trace" id={trace_id} length={16} />],
          ['Request', <ShortId key="request" id={request_id} label="request id" length={13} />],
          ['Service', `${service.name} ${service.version}, ${service.environment}, ${service.runtime}`],
          ['Up for', formatDuration(service.uptime_seconds)],
          ['Answered in', formatMilliseconds(query_time_ms)],
        ]}
      />
    </Section>
  );
}
