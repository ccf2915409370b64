import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/spotlight/styles.css';
import '@/components/ui/global.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Providers } from '@/components/ui/Providers';
import { language } from '@/messages/languages';
import { translator } from '@/messages/translator';

const t = translator('app.layout');

export const metadata: Metadata = {
  title: { default: 'Hundredfold', template: '%s · Hundredfold' },
  description: t('description'),
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={language} className={`${GeistSans.variable} ${GeistMono.variable}`} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
