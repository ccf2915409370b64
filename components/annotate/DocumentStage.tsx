'use client';

import { type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PageBox } from '@/lib/core/geometry/box';
import type { PictureSize } from '@/lib/core/geometry/picture-size';
import type { CanvasTool } from '@/lib/core/tools/types';
import { useStore, type Readable } from '@/components/ui/store';
import { LazyPageCanvas } from '@/components/canvas/LazyPageCanvas';
import type { CanvasHand, CanvasHandle } from '@/components/canvas/PageCanvas';
import { pageImageUrl, pagePreviewUrl } from '@/components/canvas/page-urls';
import classes from './annotate.module.css';
import { FieldPanel } from './fields/FieldPanel';
import { FieldActionsProvider, type FieldActions } from './fields/field-actions';
import type { PanelModel } from './fields/panel-model';
import { PanelProvider } from './fields/PanelProvider';
import { PageStrip } from './PageStrip';
import { PageTwin } from './PageTwin';
import { Split } from './Split';
import type { Pins } from '@/components/review/use-pins';
import { ToolStrip } from './ToolStrip';
import { evidenceInFocus, useFieldBoxes, useMarks, wordMarks } from './use-marks';
import { usePageLight } from './use-page-light';
import type { PagesState } from './use-pages';
import type { Preferences } from './use-preferences';

interface Props {
  readonly projectId: string;
  readonly document: { readonly id: string; readonly name: string };
  readonly pages: Readable<PagesState>;
  readonly page: number;
  readonly tool: CanvasTool;
  readonly panel: Readable<PanelModel>;
  readonly actions: FieldActions;
  readonly cursorWish: number;
  readonly handle: Ref<CanvasHandle>;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onPage: (page: number) => void;
  /** What a person does on the page; without it there is only looking. */
  readonly hand?: CanvasHand;
  readonly preferences?: Preferences | undefined;
  readonly onAcceptAll?: (() => void) | undefined;
  /** Boxes chosen to be edited. */
  readonly chosen?: readonly number[];
  /** Words that are chosen on the page before their field. */
  readonly words?: readonly PageBox[];
  /** Boxes of the page that the server is reading. */
  readonly reading?: readonly PageBox[];
  /** What stands over the page, and where to look first: comments pinned to it. */
  readonly pins?: Pick<Pins, 'over' | 'lookAt' | 'drawing'> | undefined;
}

const noBoxes: readonly never[] = [];

/** Tools, page and fields side by side: the same for labelling and for review. */
export function DocumentStage(props: Props) {
  const t = useTranslations('annotate.documentStage');
  const { projectId, document, page, panel, actions, hand, words = noBoxes } = props;
  const pages = useStore(props.pages, (state) => state.pages);
  const fieldMarks = useMarks(panel, page);
  const boxes = useFieldBoxes(fieldMarks);
  const focus = useStore(panel, (model) => model.focus);
  const evidence = useStore(panel, evidenceInFocus);
  const marks = useMemo(() => (words.length === 0 ? fieldMarks : [...fieldMarks, ...wordMarks(words)]), [fieldMarks, words]);
  const canvas = useRef<CanvasHandle>(null);
  useImperativeHandle(props.handle, () => ({
    zoom: (factor) => canvas.current?.zoom(factor),
    fit: () => canvas.current?.fit(),
    turn: (quarters) => canvas.current?.turn(quarters),
    cancel: () => canvas.current?.cancel(),
    nudge: (dx, dy, what) => canvas.current?.nudge(dx, dy, what),
  }), []);
  const [light, setLight] = usePageLight();
  const [isMagnified, setMagnified] = useState(false);
  const shown = pages[page];
  const drawing = props.pins?.drawing;
  const usableHand = drawing ?? (actions.isReadOnly ? null : (hand ?? null));
  const pictureUrl = useCallback((size: PictureSize) => pageImageUrl(projectId, document.id, page, size), [projectId, document.id, page]);
  const strip = useMemo(
    () => pages.map(({ page: at, width, height }) => ({ preview: pagePreviewUrl(projectId, document.id, at), width, height })),
    [pages, projectId, document.id],
  );
  const inFocus = fieldMarks.find(({ isInFocus }) => isInFocus);
  const word = words.at(-1);
  const target = word ? { key: `${page}#${word.join()}`, box: word } : inFocus && focus !== null ? { key: `${page}${focus}`, box: inFocus.box } : null;
  return (
    <PanelProvider panel={panel}>
    <div className={classes.body}>
      <ToolStrip
        tool={props.tool}
        isReadOnly={actions.isReadOnly}
        light={light}
        isMagnified={isMagnified}
        onTool={props.onTool}
        onZoom={props.onZoom}
        onFit={props.onFit}
        onTurn={() => canvas.current?.turn(1)}
        onLight={setLight}
        onMagnify={setMagnified}
      >
        {pages.length > 1 && <PageStrip pages={strip} page={page} evidence={evidence} onPage={props.onPage} />}
      </ToolStrip>
      <Split
        canvas={
          shown && (
            <>
              <PageTwin page={shown} onField={actions.onFocus} hand={usableHand} />
              <LazyPageCanvas
                page={shown}
                pictureUrl={pictureUrl}
                label={t('pageOfOf', { page: page + 1, count: pages.length, name: document.name })}
                tool={drawing ? 'box' : props.tool}
                marks={marks}
                boxes={drawing ? noBoxes : boxes}
                chosen={drawing ? noBoxes : (props.chosen ?? noBoxes)}
                reading={props.reading ?? noBoxes}
                light={light}
                isMagnified={isMagnified}
                showWords={!actions.isReadOnly}
                target={props.pins?.lookAt ?? target}
                over={props.pins?.over}
                hand={usableHand}
                handle={canvas}
              />
            </>
          )
        }
        fields={
          <FieldActionsProvider value={actions}>
            <FieldPanel cursorWish={props.cursorWish} preferences={props.preferences} onAcceptAll={props.onAcceptAll} />
          </FieldActionsProvider>
        }
      />
    </div>
    </PanelProvider>
  );
}
