import { Notifications } from '@mantine/notifications';
import { Application } from '@octo/ui/react/application.tsx';
import { createBrowserRouter } from 'react-router';
import { createSessionClient } from './api/query-client.ts';
import { routes } from './routes.tsx';
import { tellViews } from './tell-views.ts';

const queryClient = createSessionClient();
const router = createBrowserRouter(routes);
tellViews(router);

export function App() {
  return (
    <Application router={router} queryClient={queryClient}>
      <Notifications position="bottom-right" limit={3} aria-live="polite" />
    </Application>
  );
}
