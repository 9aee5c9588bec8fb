import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { createQueryClient } from './api/query-client.ts';
import { routes } from './routes.tsx';
import { styleNonce } from './style-nonce.ts';
import { theme } from './theme.ts';

const queryClient = createQueryClient();
const router = createBrowserRouter(routes);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
        getStyleNonce={() => styleNonce}
      >
        <RouterProvider router={router} />
        <Notifications position="bottom-right" limit={3} aria-live="polite" />
      </MantineProvider>
    </QueryClientProvider>
  );
}
