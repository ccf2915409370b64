'use client';

import type { Ref } from 'react';
import type { PageBox } from '@/lib/core/geometry/box';
import type { PageWords, Word } from '@/lib/core/geometry/word';
import type { CanvasTool } from '@/lib/core/tools/types';
import { LazyPageCanvas } from '@/components/canvas/LazyPageCanvas';
import type { CanvasHandle } from '@/components/canvas/PageCanvas';
import { pageImageUrl, pagePreviewUrl } from '@/components/canvas/page-urls';
import classes from './annotate.module.css';
import { FieldPanel } from './fields/FieldPanel';
import { FieldActionsProvider, type FieldActions } from './fields/field-actions';
import type { PanelModel } from './fields/panel-model';
import { Split } from './Split';
import { ToolStrip } from './ToolStrip';
import { useMarks } from './use-marks';

interface Props {
  readonly projectId: string;
  readonly document: { readonly id: string; readonly name: string };
  readonly pages: readonly PageWords[];
  readonly page: number;
  readonly tool: CanvasTool;
  readonly model: PanelModel;
  readonly actions: FieldActions;
  readonly cursorWish: number;
  readonly handle: Ref<CanvasHandle>;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onPage: (page: number) => void;
  readonly onWords?: (words: readonly Word[], extend: boolean) => void;
  readonly onBox?: (box: PageBox, inside: readonly Word[]) => void;
}

/** Tools, page and fields side by side: the same for labelling and for review. */
export function DocumentStage(props: Props) {
  const { projectId, document, pages, page, model, actions } = props;
  const marks = useMarks(model, page);
  const shown = pages[page];
  const inFocus = marks.find(({ isInFocus }) => isInFocus);
  const target = inFocus && model.focus !== null ? { key: `${page}${model.focus}`, box: inFocus.box } : null;
  return (
    <div className={classes.body}>
      <ToolStrip
        tool={props.tool}
        isReadOnly={actions.isReadOnly}
        previews={pages.map((one) => pagePreviewUrl(projectId, document.id, one.page))}
        page={page}
        onTool={props.onTool}
        onZoom={props.onZoom}
        onFit={props.onFit}
        onPage={props.onPage}
      />
      <Split
        canvas={
          shown && (
            <LazyPageCanvas
              page={shown}
              imageUrl={pageImageUrl(projectId, document.id, shown.page)}
              label={`Page ${page + 1} of ${pages.length} of ${document.name}`}
              tool={props.tool}
              marks={marks}
              showWords={!actions.isReadOnly && model.focus !== null}
              isReadOnly={actions.isReadOnly}
              target={target}
              {...(props.onWords ? { onWords: props.onWords } : {})}
              {...(props.onBox ? { onBox: props.onBox } : {})}
              handle={props.handle}
            />
          )
        }
        fields={
          <FieldActionsProvider value={actions}>
            <FieldPanel model={model} cursorWish={props.cursorWish} />
          </FieldActionsProvider>
        }
      />
    </div>
  );
}
