import type { BrowserError } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Link } from 'react-router';
import { isoOf } from '../../parts/nano.ts';
import { rumPath, rumSessionPath, tracePath } from '../../paths.ts';
import classes from './error-details.module.css';

/** More about an error: where it was met, and how it came to it. */
export function ErrorDetails({ error, minutes }: { error: BrowserError; minutes: number }) {
  const { errorId, app, sessions, pages, firstTimeUnixNano, lastSessionId, lastTraceId, stack } = error;
  return (
    <div className={classes.details}>
      <Facts
        facts={[
          ['First met', <Instant key="first" at={isoOf(firstTimeUnixNano)} isExact />],
          [
            'On',
            <span key="pages" className={classes.pages}>
              {pages.map((page) => (
                <Link key={page} to={rumPath({ app, page })} className="mono">
                  {page}
                </Link>
              ))}
            </span>,
          ],
          [
            'Met by',
            <Link key="visits" to={rumPath({ minutes, error: errorId })}>
              {formatQuantity(sessions, 'visit')}
            </Link>,
          ],
          ['Last visit', lastSessionId && <Link to={rumSessionPath(lastSessionId)}>Step by step</Link>],
          ['Last trace', lastTraceId && <Link to={tracePath(lastTraceId)}>Open</Link>],
        ]}
      />
      {stack.length > 0 && (
        <ol className={classes.stack} aria-label="Stack, the innermost first">
          {stack.map((frame, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a function that calls itself stands in it twice, and frames never change places
            <li key={index}>{frame}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
