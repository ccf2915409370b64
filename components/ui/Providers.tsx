'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { language, languages } from '@/messages/languages';
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

/**
 * What every page stands in: language, theme, notices, and the cache of server answers.
 * No message holds a time of its own: times are written by `RelativeTime`, in the reader's zone.
 * The zone here only keeps server and browser equal should one do so.
 */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <IntlProvider locale={language} messages={languages[language]} timeZone="UTC">
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <Notifications position="bottom-right" limit={3} />
          {children}
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
