'use client';

import { useEffect, useState } from 'react';

export type PageImageState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly image: HTMLImageElement }
  | { readonly status: 'failed' };

/** Loads and decodes a page image; the old one is never shown for a new address. */
export function usePageImage(url: string): PageImageState {
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly state: PageImageState } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const settle = (state: PageImageState) => isCurrent && setLoaded({ url, state });
    const image = new Image();
    image.src = url;
    image.decode().then(
      () => settle({ status: 'loaded', image }),
      () => settle({ status: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [url]);
  return loaded?.url === url ? loaded.state : { status: 'loading' };
}
