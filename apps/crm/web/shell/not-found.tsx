import { PageHeader } from '@octo/ui/react/page-header.tsx';
import { Link } from 'react-router';

export function NotFound() {
  return (
    <>
      <PageHeader title="There is no such page" description="The address may be old, or mistyped." />
      <p>
        Search for what you need, or go to the <Link to="/">dashboard</Link>.
      </p>
    </>
  );
}
