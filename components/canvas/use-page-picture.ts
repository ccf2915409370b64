'use client';

import { useEffect, useState } from 'react';
import { pictureSides, type PictureSize } from '@/lib/core/geometry/picture-size';
import { hasPicture, holdPicture, type HeldPicture } from './picture-cache';

export type PictureUrl = (size: PictureSize) => string;
interface Shown {
  readonly page: string;
  readonly bitmap: ImageBitmap;
  readonly held: HeldPicture;
}
export type PagePicture =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly bitmap: ImageBitmap }
  | { readonly status: 'failed' };

const sizes: readonly PictureSize[] = ['full', ...pictureSides.toReversed()];

/** What to load: the wanted one, and before it one that is here already. */
function plan(url: PictureUrl, wanted: PictureSize): readonly PictureSize[] {
  const here = sizes.find((size) => size !== wanted && hasPicture(url(size)));
  return hasPicture(url(wanted)) || here === undefined ? [wanted] : [here, wanted];
}

/**
 * The picture of a page as sharp as wanted; until that is here, another one of
 * the same page where there is one, never one of another page.
 */
export function usePagePicture(url: PictureUrl, wanted: PictureSize): PagePicture {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const page = url('full');
  useEffect(() => {
    let isCurrent = true;
    for (const size of plan(url, wanted)) {
      const held = holdPicture(url(size));
      held.picture.then(
        (bitmap) => {
          if (!isCurrent) return held.release();
          return setShown((now) => {
            // What is only here by chance gives way to what is wanted, never the other way round.
            if (now?.page === page && size !== wanted) {
              held.release();
              return now;
            }
            return { page, bitmap, held };
          });
        },
        () => {
          held.release();
          if (isCurrent) setFailed(page);
        },
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [url, wanted, page]);
  useEffect(() => () => shown?.held.release(), [shown]);
  if (shown?.page === page) return { status: 'loaded', bitmap: shown.bitmap };
  return { status: failed === page ? 'failed' : 'loading' };
}
