/**
 * Decoded pages that the browser keeps, in pixels: about 160 MB. What is on the
 * screen is kept on top of that; the rest goes, longest unused first.
 */
const mostPixels = 40_000_000;

interface Entry {
  readonly decoding: Promise<ImageBitmap>;
  bitmap: ImageBitmap | null;
  users: number;
}

export interface HeldPicture {
  readonly picture: Promise<ImageBitmap>;
  /** Tells that the picture is no longer shown. */
  readonly release: () => void;
}

/** In order of last use. */
const entries = new Map<string, Entry>();
const pixelsOf = ({ bitmap }: Entry): number => (bitmap ? bitmap.width * bitmap.height : 0);

function sweep(): void {
  let pixels = [...entries.values()].reduce((sum, entry) => sum + pixelsOf(entry), 0);
  for (const [url, entry] of entries) {
    if (pixels <= mostPixels) return;
    if (entry.users > 0 || !entry.bitmap) continue;
    pixels -= pixelsOf(entry);
    entries.delete(url);
    entry.bitmap.close();
  }
}

async function decode(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the page image came back as ${response.status}`);
  return createImageBitmap(await response.blob());
}

function entryOf(url: string): Entry {
  const known = entries.get(url);
  const entry: Entry = known ?? { decoding: decode(url), bitmap: null, users: 0 };
  entries.delete(url);
  entries.set(url, entry);
  if (known) return entry;
  entry.decoding.then(
    (bitmap) => {
      entry.bitmap = bitmap;
      sweep();
    },
    // Asked for again, it is tried again.
    () => entries.delete(url),
  );
  return entry;
}

/** A decoded picture, loaded where it is not here; it stays until it is released. */
export function holdPicture(url: string): HeldPicture {
  const entry = entryOf(url);
  entry.users += 1;
  let isHeld = true;
  return {
    picture: entry.decoding,
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      entry.users -= 1;
      sweep();
    },
  };
}

/** Whether the picture is decoded and here. */
export const hasPicture = (url: string): boolean => (entries.get(url)?.bitmap ?? null) !== null;

/** Loads and decodes ahead of time; a failure is met where the picture is shown. */
export function prefetchPicture(url: string): void {
  entryOf(url).decoding.catch(() => undefined);
}
