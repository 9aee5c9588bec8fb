import type { getStatus } from '@octo/contracts/observatory-status.ts';
import { formatBytes, formatCount, formatQuantity, formatShare } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { useStatus } from '../../api/use-status.ts';
import { isoOf } from '../../parts/nano.ts';
import classes from './status-page.module.css';

type Status = AnswerOf<typeof getStatus>;

export function StatusPage() {
  return (
    <>
      <PageHeader
        title="Status"
        description="What the observatory has taken in, what it keeps, and where it listens."
      />
      <Answer
        query={useStatus()}
        skeleton={
          <div className={classes.sections}>
            <SectionSkeleton title="Kept" lines={5} />
            <SectionSkeleton title="Intake" lines={3} />
            <SectionSkeleton title="Not kept since the start" lines={7} />
          </div>
        }
      >
        {(status) => (
          <div className={classes.sections}>
            <Notes notes={status.notes} />
            <Kept status={status} />
            <Intake status={status} />
            <NotKept {...status} />
          </div>
        )}
      </Answer>
    </>
  );
}

function Notes({ notes }: Pick<Status, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <div className={`notice notice-warn ${classes.notes}`}>
      <h2 className="notice-title">Somebody should know</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

function Kept({ status }: { status: Status }) {
  const { spans, logs, logRoom, metricPoints, storeBytes, storeLimitBytes, oldestSpanUnixNano } = status;
  return (
    <Section title="Kept">
      <Facts
        facts={[
          ['Spans', formatCount(spans)],
          [
            'Log lines',
            `${formatCount(logs)}, about ${formatBytes(logRoom.bytes)} of ${formatBytes(logRoom.limitBytes)}`,
          ],
          ['Of these', `${formatQuantity(logRoom.warnings, 'warning')} or worse, kept longest`],
          ['Metric points', formatCount(metricPoints)],
          [
            'Store',
            `${formatBytes(storeBytes)} of ${formatBytes(storeLimitBytes)} (${formatShare(storeBytes / storeLimitBytes)}); the oldest makes room`,
          ],
          [
            'Oldest span',
            oldestSpanUnixNano === null ? 'None yet' : <Instant at={isoOf(oldestSpanUnixNano)} key="at" />,
          ],
        ]}
      />
    </Section>
  );
}

function Intake({ status: { intakePorts, refused } }: { status: Status }) {
  return (
    <Section title="Intake">
      <Facts
        facts={[
          [
            'OTLP/HTTP',
            <ul key="ports">
              {intakePorts.map((port) => (
                <li key={port} className="mono">{`http://${location.hostname}:${port}`}</li>
              ))}
            </ul>,
          ],
          ['Refused', refused === 0 ? 'Nothing since the start' : `${formatCount(refused)} since the start`],
        ]}
      />
    </Section>
  );
}

function NotKept({ dropped, cut }: Pick<Status, 'dropped' | 'cut'>) {
  const spans = (count: number) => (count === 0 ? 'None' : `${formatCount(count)} ${count === 1 ? 'span' : 'spans'}`);
  return (
    <Section title="Not kept since the start">
      <p className={classes.about}>
        Rates count every span, kept or not. Errors, slow traces and routes that are seldom asked for are kept longest.
      </p>
      <Facts
        facts={[
          ['Left out under pressure', spans(dropped.pressure)],
          ['Made room', spans(dropped.room)],
          ['Too old', spans(dropped.age)],
          ['Trace was full', spans(dropped.traceFull)],
          ['Could not be written', dropped.failed === 0 ? 'None' : formatCount(dropped.failed)],
          ['Cut to the limits', cut === 0 ? 'None' : `${formatCount(cut)} (attributes, events and texts)`],
        ]}
      />
    </Section>
  );
}
