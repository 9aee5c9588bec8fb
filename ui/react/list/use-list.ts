import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiProblem, asApiProblem } from '../api/api-problem.ts';
import { type ListNews, useSteadyRows } from './use-steady-rows.ts';

export interface ListPage<Row> {
  rows: readonly Row[];
  /** Where the next page starts; undefined after the last. */
  next?: string | undefined;
}

export interface List<Row> {
  rows: readonly Row[] | undefined;
  /** Why there are no rows, or no more of them. */
  problem: ApiProblem | undefined;
  /** What is shown answers the question before. */
  isStale: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
  /** What came in since, of a list that is asked again by itself. */
  news?: ListNews;
}

interface Refresh<Row> {
  everyMs: number;
  rowKey(row: Row): string | number;
}

interface UseListOptions<Row> {
  /** The name of the list, and everything that decides what is in it. */
  key: QueryKey;
  /** Asks for the page that starts at `after`, for the first one without. */
  load(after: string | undefined, signal: AbortSignal): Promise<ListPage<Row>>;
  /** Asks again by itself while somebody looks. What a row says changes in its place; what would move rows waits. */
  refresh?: Refresh<Row>;
}

const noCursor: string | undefined = undefined;
/** Who has loaded more than this is reading, and is not served by asking for all of it again and again. */
const mostPagesToRefresh = 4;

/** A list that is read page by page. While another search or filter is asked, the rows before stay. */
export function useList<Row>({ key, load, refresh }: UseListOptions<Row>): List<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: noCursor,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      refresh !== undefined && data !== undefined && data.pages.length <= mostPagesToRefresh && refresh.everyMs,
  });
  const { data, error, hasNextPage, isFetchNextPageError, isPlaceholderData } = query;
  const fresh = useMemo(() => data?.pages.flatMap(({ rows }) => [...rows]), [data]);
  const { rows, news } = useSteadyRows(fresh, {
    question: JSON.stringify(key),
    isStale: isPlaceholderData,
    isFirstLook: query.isStale && !query.isFetchedAfterMount,
    rowKey: refresh?.rowKey,
  });
  const isAskedInVain = error !== null && !query.isFetching;
  return {
    rows: isAskedInVain && isPlaceholderData ? undefined : rows,
    news,
    problem: isAskedInVain ? asApiProblem(error) : undefined,
    isStale: isPlaceholderData,
    hasMore: hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void (isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  };
}

/** Rows that came with something else, for a DataList. */
export function listOf<Row>(rows: readonly Row[]): List<Row> {
  const nothing = () => undefined;
  return {
    rows,
    problem: undefined,
    isStale: false,
    hasMore: false,
    isLoadingMore: false,
    loadMore: nothing,
    retry: nothing,
  };
}
