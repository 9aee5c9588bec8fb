import { Button, Skeleton } from '@mantine/core';
import type { listProductHistory } from '@octo/contracts/crm/admin.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { Failure } from '@octo/ui/react/failure.tsx';
import { useList } from '@octo/ui/react/list/use-list.ts';
import { AuditTimeline } from '../../parts/audit/audit-timeline.tsx';
import { newProductLabels } from './new-product-values.ts';

const labels = { ...newProductLabels, stock: 'Stock' };

/** What was changed about a product: old, new, who, when, in which trace. */
export function ProductHistory({ productId }: { productId: number }) {
  const { rows, problem, hasMore, isLoadingMore, loadMore, retry } = useList({
    key: ['product', productId, 'history'],
    load: async (after, signal) => {
      const { history, next } = await request<typeof listProductHistory>('GET /api/products/:id/history', {
        params: { id: productId },
        query: { after, limit: 5 },
        signal,
      });
      return { rows: history, next };
    },
  });
  if (rows === undefined) return problem ? <Failure problem={problem} onRetry={retry} /> : <Skeleton height={80} />;
  if (rows.length === 0) return <p className="muted">Nothing was changed since it came into the catalogue.</p>;
  return (
    <>
      <AuditTimeline entries={rows} labels={labels} />
      {problem && <Failure problem={problem} onRetry={retry} />}
      {hasMore && !problem && (
        <Button variant="subtle" loading={isLoadingMore} onClick={loadMore}>
          Show earlier changes
        </Button>
      )}
    </>
  );
}
