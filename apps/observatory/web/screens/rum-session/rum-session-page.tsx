import type { BrowserSessionStory } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { SectionSkeleton } from '@octo/ui/react/section-skeleton.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { useParams } from 'react-router';
import { useBrowserSession } from '../../api/use-browser.ts';
import { isoOf } from '../../parts/nano.ts';
import { deviceWords, lengthOf } from '../rum/session-columns.tsx';
import classes from './rum-session-page.module.css';
import { StepList } from './step-list.tsx';

/** One visit: what somebody saw and did, in order, with the traces that it caused. */
export function RumSessionPage() {
  const { sessionId = '' } = useParams();
  return (
    <>
      <PageHeader
        title="Visit"
        back={{ to: '/rum', label: 'Real users' }}
        description="What the browser told of it, step by step. Nothing in it says who it was."
      />
      <Answer
        query={useBrowserSession(sessionId)}
        skeleton={
          <div className={classes.sections}>
            <SectionSkeleton title="About" lines={4} />
            <SectionSkeleton title="Steps" lines={8} />
          </div>
        }
      >
        {(story) => (
          <div className={classes.sections}>
            <About session={story.session} />
            <Steps story={story} />
          </div>
        )}
      </Answer>
    </>
  );
}

function About({ session }: Pick<BrowserSessionStory, 'session'>) {
  const { sessionId, app, release, device, startTimeUnixNano, views, interactions, errors } = session;
  return (
    <Section title="About">
      <Facts
        facts={[
          ['Application', `${app}${release && `, release ${release}`}`],
          ['Came', <Instant key="at" at={isoOf(startTimeUnixNano)} isExact />],
          ['Stayed', lengthOf(session)],
          ['With', deviceWords[device]],
          [
            'Did',
            `${formatQuantity(views, 'page view')}, ${formatQuantity(interactions, 'click')}, ${formatQuantity(errors, 'error')}`,
          ],
          ['Session', <ShortId key="id" id={sessionId} label="session id" />],
        ]}
      />
    </Section>
  );
}

function Steps({ story: { steps, isCut } }: { story: BrowserSessionStory }) {
  return (
    <Section title="Steps" aside={<span className="muted">{formatQuantity(steps.length, 'step')}</span>}>
      {isCut && (
        <p className="muted">Not everything is here: the visit has more steps than are shown, or than are kept.</p>
      )}
      <StepList steps={steps} />
    </Section>
  );
}
