import { createQueryClient } from '@octo/ui/react/api/query-client.ts';
import { Application } from '@octo/ui/react/application.tsx';
import { createBrowserRouter } from 'react-router';
import { routes } from './routes.tsx';

const queryClient = createQueryClient((_client, { status }) => {
  // The sign-in of a wide bind is a page of the server.
  if (status === 401) location.reload();
});
const router = createBrowserRouter(routes);

export function App() {
  return <Application router={router} queryClient={queryClient} />;
}
