'use client';

import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { PageBox } from '@/lib/core/geometry/box';
import { toScreenBox, type PageView } from '@/lib/core/geometry/viewport';
import { pinsOf, type Pin } from '@/lib/core/review/pins';
import type { ThreadView } from '@/lib/core/review/threads';
import type { CanvasHand } from '@/components/canvas/PageCanvas';
import { PinLayer } from './PinLayer';

export interface Pins {
  readonly all: readonly Pin[];
  readonly numbers: ReadonlyMap<string, number>;
  /** The thread that was opened by its mark or its name. */
  readonly opened: string | null;
  /** Opens a thread; the page turns to where it is pinned. */
  readonly open: (threadId: string | null) => void;
  /** As its mark does it: the page stands where it is. */
  readonly press: (threadId: string) => void;
  /** What is drawn over the page. */
  readonly over: (view: PageView) => ReactNode;
  /** Where to look on the page. */
  readonly lookAt: { readonly key: string; readonly box: PageBox } | null;
  /** The place of the comment that is being written. */
  readonly place: { readonly page: number; readonly box: PageBox } | null;
  readonly dropPlace: () => void;
  /** While a place is being drawn: the hand that does. */
  readonly drawing: CanvasHand | undefined;
  readonly setDrawing: (isDrawing: boolean) => void;
}

interface Options {
  readonly threads: readonly ThreadView[];
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** A mark was pressed. */
  readonly onOpen?: () => void;
  /** A place was drawn for a new comment. */
  readonly onPlace?: () => void;
}

function frameIn({ viewport, page }: PageView, box: PageBox) {
  const [left, top, right, bottom] = toScreenBox(viewport, page, box);
  return { left, top, width: right - left, height: bottom - top };
}

const nothing = (): void => undefined;

/** Comments that are pinned to boxes of the page: their marks, opening one, drawing another. */
export function usePins({ threads, page, onPage, onOpen = nothing, onPlace = nothing }: Options): Pins {
  const pins = useMemo(() => pinsOf(threads), [threads]);
  const [opened, setOpened] = useState<string | null>(null);
  const [place, setPlace] = useState<Pins['place']>(null);
  const [isDrawing, setDrawing] = useState(false);
  const here = useMemo(() => pins.filter((pin) => pin.page === page), [pins, page]);
  const pinOf = (threadId: string | null): Pin | undefined => pins.find((pin) => pin.threadId === threadId);
  const press = useCallback(
    (threadId: string) => {
      setOpened(threadId);
      onOpen();
    },
    [onOpen],
  );
  const drawn = place?.page === page ? place.box : null;
  const over = useCallback(
    (view: PageView) => (here.length === 0 && !drawn ? null : <PinLayer pins={here} frameOf={(box) => frameIn(view, box)} opened={opened} drawn={drawn} onOpen={press} />),
    [here, opened, drawn, press],
  );
  const draw = (box: PageBox): void => {
    setPlace({ page, box });
    setDrawing(false);
    onPlace();
  };
  const shown = pinOf(opened);
  return {
    all: pins,
    numbers: useMemo(() => new Map(pins.map(({ threadId, number }) => [threadId, number])), [pins]),
    opened,
    open: (threadId) => {
      setOpened(threadId);
      const pin = pinOf(threadId);
      if (pin) onPage(pin.page);
    },
    press,
    over,
    lookAt: shown?.page === page ? { key: `pin ${shown.threadId}`, box: shown.box } : null,
    place,
    dropPlace: () => setPlace(null),
    // A word picked from the list beside the page is a place too: nobody needs a mouse to point.
    drawing: isDrawing ? { onBox: ({ box }) => draw(box), onWords: ([word]) => word && draw(word.box), onChoose: nothing, onChange: nothing } : undefined,
    setDrawing,
  };
}
