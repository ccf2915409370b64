'use client';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

const column = { maxWidth: 520, margin: '80px auto', padding: 16, fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 };

/** Stands in for the whole document where even the frame failed, so it leans on nothing. */
export default function GlobalErrorPage({ error, reset }: Props) {
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body>
        <main style={column} role="alert">
          <h1 style={{ fontSize: 19 }}>The workbench could not be shown</h1>
          <p>Nothing that was saved is lost. Try again in a moment; if it stays so, tell an admin.</p>
          {error.digest && (
            <p>
              Id of this error: <code style={{ userSelect: 'all' }}>{error.digest}</code>
            </p>
          )}
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
