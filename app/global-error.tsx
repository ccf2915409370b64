'use client';

import { language } from '@/messages/languages';
import { translator } from '@/messages/translator';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

const column = { maxWidth: 520, margin: '80px auto', padding: 16, fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 };

/** Stands in for the whole document where even the frame failed, so it leans on nothing but the messages. */
export default function GlobalErrorPage({ error, reset }: Props) {
  const t = translator('app.globalError');
  return (
    <html lang={language} style={{ colorScheme: 'light dark' }}>
      <body>
        <main style={column} role="alert">
          <h1 style={{ fontSize: 19 }}>{t('title')}</h1>
          <p>{t('advice')}</p>
          {error.digest && (
            <p>
              {t.rich('id', { code: () => <code style={{ userSelect: 'all' }}>{error.digest}</code> })}
            </p>
          )}
          <button type="button" onClick={reset}>
            {t('tryAgain')}
          </button>
        </main>
      </body>
    </html>
  );
}
