import type { PageSummary } from '@octo/contracts/observatory-browser.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortList } from '../../parts/short-list.tsx';
import { pageColumns } from './page-columns.tsx';
import { VitalValue } from './vital-value.tsx';

const usualCount = 10;

/** Web vitals, views and errors of each page and release, the most visited first. */
export function PageSection({ pages, minutes }: { pages: readonly PageSummary[]; minutes: number }) {
  return (
    <Section title="Pages" aside={<span className="muted">{formatQuantity(pages.length, 'page')} by release</span>}>
      <ShortList
        label="Pages"
        rows={pages}
        most={usualCount}
        noun="pages"
        columns={pageColumns(minutes)}
        rowKey={({ app, page, release }) => `${app} ${page} ${release}`}
        card={({ app, page, release, views, errors, vitals }) => (
          <CardLines
            title={page}
            value={formatQuantity(views, 'view')}
            about={[
              app,
              release || 'no release',
              <span key="lcp">
                LCP <VitalValue vital={vitals.find(({ name }) => name === 'LCP')} />
              </span>,
              <span key="inp">
                INP <VitalValue vital={vitals.find(({ name }) => name === 'INP')} />
              </span>,
            ]}
            badge={errors > 0 && <span className="badge badge-bad">{formatQuantity(errors, 'error')}</span>}
          />
        )}
        empty={<p className="muted">No page was seen in this time.</p>}
      />
    </Section>
  );
}
