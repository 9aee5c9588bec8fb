import type { BrowserError, listBrowserErrors } from '@octo/contracts/observatory-browser.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { FilterText } from '@octo/ui/react/filter-text.tsx';
import { DataList } from '@octo/ui/react/list/data-list.tsx';
import { ListNewsButton } from '@octo/ui/react/list/list-news.tsx';
import { type List, useList } from '@octo/ui/react/list/use-list.ts';
import { useListParams } from '@octo/ui/react/list/use-list-params.ts';
import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Toolbar } from '@octo/ui/react/toolbar.tsx';
import { useBrowserOverview } from '../../api/use-browser.ts';
import { NameFilter } from '../../parts/name-filter.tsx';
import { WindowSelect } from '../../parts/window-select.tsx';
import { usualHour, windowIn } from '../../parts/windows.ts';
import { ErrorCard } from './error-card.tsx';
import { errorColumns } from './error-columns.tsx';
import { ErrorDetails } from './error-details.tsx';
import { NoErrors } from './no-errors.tsx';

const everyMs = 10_000;
const pageSize = 50;

/** Errors of pages that nobody caught, those of one kind together. */
export function RumErrorsPage() {
  const params = useListParams(['minutes', 'app', 'page']);
  const { values, set } = params;
  const { minutes, chooseWindow } = windowIn(params, usualHour);
  const list = useErrors(minutes, values.app, values.page);
  const { data } = useBrowserOverview(minutes, undefined);
  return (
    <>
      <PageHeader
        title="Errors of pages"
        back={{ to: '/rum', label: 'Real users' }}
        description="What went wrong in browsers and nobody caught, the latest first."
      />
      <Toolbar>
        <NameFilter
          label="Application"
          anyLabel="Any application"
          known={data?.apps ?? []}
          value={values.app}
          onChange={(app) => set('app', app)}
        />
        <FilterText
          label="Page"
          placeholder="Page, such as /cart"
          value={values.page}
          onChange={(page) => set('page', page)}
        />
        <WindowSelect minutes={minutes} onChange={chooseWindow} />
        <ListNewsButton list={list} noun="error" />
      </Toolbar>
      <DataList
        label="Errors"
        name="rum-errors"
        list={list}
        columns={errorColumns(minutes)}
        rowKey={({ errorId }) => errorId}
        card={(error) => <ErrorCard error={error} />}
        more={(error) => <ErrorDetails error={error} minutes={minutes} />}
        empty={<NoErrors isNarrowed={params.isNarrowed} onClear={params.clear} />}
      />
    </>
  );
}

function useErrors(minutes: number, app: string | undefined, page: string | undefined): List<BrowserError> {
  return useList({
    key: ['browser', 'errors', minutes, app, page],
    load: async (after, signal) => {
      const { errors, next } = await request<typeof listBrowserErrors>('GET /api/browser/errors', {
        query: { minutes, app, page, after, limit: pageSize },
        signal,
      });
      return { rows: errors, next: next ?? undefined };
    },
    refresh: { everyMs, rowKey: ({ errorId }) => errorId },
  });
}
