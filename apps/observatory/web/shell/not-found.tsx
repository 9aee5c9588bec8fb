import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Link } from 'react-router';

export function NotFound() {
  return (
    <>
      <PageHeader title="There is no such page" description="The address may be old, or mistyped." />
      <p>
        Look for a trace among <Link to="/traces">all traces</Link>, or go to the <Link to="/">overview</Link>.
      </p>
    </>
  );
}
