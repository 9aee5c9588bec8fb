import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type DataRouter, RouterProvider } from 'react-router';
import { styleNonce } from './style-nonce.ts';
import { theme } from './theme.ts';

interface ApplicationProps {
  router: DataRouter;
  queryClient: QueryClient;
  /** What is drawn beside every page: messages, for example. */
  children?: ReactNode;
}

/** What every page of an application stands on. */
export function Application({ router, queryClient, children }: ApplicationProps) {
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
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
