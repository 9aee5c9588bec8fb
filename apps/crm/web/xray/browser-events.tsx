import type { XrayBrowserEvent, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatClock, formatMilliseconds } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { useSession } from '../session/session.ts';
import { absenceWords } from './absence.ts';
import classes from './lines.module.css';
import { SomeOf } from './some-of.tsx';

/** What the browser told beside its spans, and the visit that it was a part of. */
export function BrowserEvents({ browser: { state, session_id, app, events } }: Pick<XrayTraceStory, 'browser'>) {
  const { observatory_url } = useSession();
  if (session_id === null) return null;
  const visit = observatory_url !== undefined && (
    <a href={`${observatory_url}/rum/sessions/${session_id}`} target="_blank" rel="noopener">
      Open the visit <Icon name="external" size={14} />
      <span className="visually-hidden"> in a new tab</span>
    </a>
  );
  return (
    <Section title="In the browser" aside={visit}>
      {state !== 'found' && <p className="muted">{absenceWords(state, 'events of the visit')}</p>}
      {state === 'found' && events.length === 0 && (
        <p className="muted">The pages of {app ?? 'this app'} told of no web vital, error or event in this trace.</p>
      )}
      {events.length > 0 && <p className="muted">As a browser told it, unproven: anybody could have made it up.</p>}
      <SomeOf items={events} first={8} noun="event">
        {(shown) => (
          <ul className={classes.lines}>
            {shown.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no id, may be alike and never change places
              <li key={index}>
                <p className={classes.message}>{event.message ?? wordsOf(event)}</p>
                <p className={classes.about}>
                  <time dateTime={event.at}>{formatClock(event.at)}</time>
                  <span>{event.page}</span>
                  {event.kind === 'error' && <span className="badge badge-bad">{event.name}</span>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
    </Section>
  );
}

/** A web vital with what was measured: only the layout shift has no unit. */
function wordsOf({ name, value }: XrayBrowserEvent): string {
  if (value === null) return name;
  return `${name} ${name === 'CLS' ? value.toFixed(3) : formatMilliseconds(value)}`;
}
