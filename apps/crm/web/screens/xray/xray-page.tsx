import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { useParams, useSearchParams } from 'react-router';
import { NotForYou } from '../../parts/not-for-you.tsx';
import { useCan } from '../../session/session.ts';
import { NotFound } from '../../shell/not-found.tsx';
import { kindOf, mayXray } from '../../xray/may-xray.ts';
import { XrayStory } from '../../xray/xray-story.tsx';

/** The story of a record by its address. */
export function XrayPage() {
  const { kind, id = '' } = useParams();
  const known = kindOf(kind);
  const [search, setSearch] = useSearchParams();
  const can = useCan();
  if (known === undefined) return <NotFound />;
  return (
    <>
      <PageHeader
        title={`X-ray: ${known === 'audit' ? 'audit entry' : known} ${id}`}
        description="The story behind it."
      />
      {mayXray(can, known) ? (
        <XrayStory
          key={`${known} ${id}`}
          target={{ kind: known, id }}
          traceId={search.get('trace') ?? undefined}
          onTrace={(trace) => setSearch({ trace }, { replace: true, preventScrollReset: true })}
        />
      ) : (
        <NotForYou what="the story behind this" />
      )}
    </>
  );
}
