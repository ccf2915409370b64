'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isApiError } from './api';
import { theme } from './theme';

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the server refused will be refused again; only a lost network is worth a second try.
        retry: (count, error) => !isApiError(error) && count < 2,
      },
    },
  });

/** What every page stands in: theme, messages, and the cache of server answers. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={3} />
        {children}
      </QueryClientProvider>
    </MantineProvider>
  );
}
