'use client';

import { useMemo, useRef, useState } from 'react';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { fieldsOf, rowOfPointer } from '@/lib/core/annotation/fields';
import { rowsAt } from '@/lib/core/annotation/rows';
import type { Word } from '@/lib/core/geometry/word';
import { schemaAtPointer } from '@/lib/core/schema/schema-at';
import { isListSchema } from '@/lib/core/schema/types';
import { proposeTable } from '@/lib/core/tables/propose-table';
import { cellPointer, tableOf, type Table } from '@/lib/core/tables/table-columns';
import { emptyRowsAtEnd, retarget, takeProposal } from '@/lib/core/tables/take-proposal';
import { translator } from '@/messages/translator';
import type { Proposal } from './fields/panel-model';
import type { Readable } from '@/components/ui/store';
import type { PagesState } from './use-pages';
import type { FieldEditing } from './field-editing';
import type { Session } from './session/create-session';

/** Waiting for a region for a list, or with nothing found; rows to look at are with the session. */
interface AssistState {
  readonly armed: string | null;
  readonly message: string | null;
}
const idle: AssistState = { armed: null, message: null };
const t = translator('annotate.regions');

/** A drag over a table of the page becomes rows of the list in focus. */
export function useTableAssist(session: Session, view: AnnotationView, editing: FieldEditing, pages: Readable<PagesState>) {
  const [state, setState] = useState(idle);
  const latest = useRef(state);
  const acts = useMemo(() => {
    // The next box may be drawn before anything is drawn anew.
    const become = (next: AssistState, proposal: Proposal | null = null): void => {
      latest.current = next;
      setState(next);
      session.change({ proposal });
    };
    const tableAt = (list: string): Table | null => {
      const schema = schemaAtPointer(view.schema, list);
      return schema && isListSchema(schema) ? tableOf(list, schema) : null;
    };
    /** The table that is in focus, itself or one of its rows; or else the first of the schema. */
    const tableInFocus = (): Table | null => {
      const { content, focus } = session.getState();
      const items = fieldsOf(view.schema, content.record);
      const row = focus === null ? null : rowOfPointer(items, focus);
      const lists = [row?.list ?? focus ?? '', ...items.flatMap((item) => (item.kind === 'list' ? [item.pointer] : []))];
      return lists.map((list) => (list === '' ? null : tableAt(list))).find((table) => table !== null) ?? null;
    };
    return {
      /** The next box drawn is a region to read rows from. */
      arm: (list?: string): void => {
        const table = list === undefined ? tableInFocus() : tableAt(list);
        if (!table) return;
        become({ ...idle, armed: table.list });
        session.change({ tool: 'box' });
      },
      drop: (): void => {
        if (latest.current.armed !== null) session.change({ tool: 'select' });
        become(idle);
      },
      retarget: (at: number, target: number | null): void => {
        const { proposal: open } = session.getState();
        if (open) become(idle, { ...open, proposal: retarget(open.proposal, at, target) });
      },
      /** Takes the words of a box that was drawn; false where the box is not meant for rows. */
      takeRegion: (words: readonly Word[]): boolean => {
        const { focus, page: at } = session.getState();
        const list = latest.current.armed ?? focus;
        const table = list === null ? null : tableAt(list);
        const page = pages.getState().pages[at];
        if (!table || !page) return false;
        const proposal = proposeTable(words, page, table.columns);
        session.change({ tool: 'select', focus: rowsAt(session.getState().content.record, table.list).length === 0 ? table.list : focus });
        if (proposal) become(idle, { table, proposal });
        else become({ ...idle, message: t('noWords') });
        return true;
      },
      take: (): void => {
        const { content, proposal: open } = session.getState();
        if (!open) return;
        const { table, proposal } = open;
        const first = rowsAt(content.record, table.list).length - emptyRowsAtEnd(content, table.list);
        editing.apply(takeProposal(content, table, proposal), table.list);
        become(idle);
        editing.goTo(cellPointer(table, first, 0), true);
      },
    };
  }, [session, view, editing, pages]);
  return { ...acts, state };
}
export type TableAssist = ReturnType<typeof useTableAssist>;
