'use client';

import { useCallback, useState } from 'react';
import type { SchemaEdit } from '@/lib/core/schema/edit-schema';
import type { SchemaAddress } from '@/lib/core/schema/schema-at';
import type { RecordSchema } from '@/lib/core/schema/types';

interface DraftState {
  readonly past: readonly RecordSchema[];
  readonly present: RecordSchema;
  readonly future: readonly RecordSchema[];
  readonly selected: SchemaAddress;
  readonly problem: string | null;
}

export interface SchemaDraft {
  readonly schema: RecordSchema;
  readonly selected: SchemaAddress;
  /** Why the last edit was refused; null after one that went through. */
  readonly problem: string | null;
  readonly isDirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly select: (address: SchemaAddress) => void;
  /** Applies an edit of lib/core/schema/edit-schema; a refused one changes nothing. */
  readonly apply: (edit: (schema: RecordSchema) => SchemaEdit) => void;
  readonly replace: (schema: RecordSchema) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A schema being edited: nothing is saved until it is saved as a version. */
export function useSchemaDraft(base: RecordSchema): SchemaDraft {
  const [state, setState] = useState<DraftState>({ past: [], present: base, future: [], selected: [], problem: null });

  const apply = useCallback((edit: (schema: RecordSchema) => SchemaEdit) => {
    setState((before) => {
      const result = edit(before.present);
      if (!result.ok) return { ...before, problem: result.message };
      return { past: [...before.past, before.present], present: result.schema, future: [], selected: result.address, problem: null };
    });
  }, []);
  const replace = useCallback((schema: RecordSchema) => {
    setState((before) => ({ past: [...before.past, before.present], present: schema, future: [], selected: [], problem: null }));
  }, []);
  const undo = useCallback(() => {
    setState((before) => {
      const previous = before.past.at(-1);
      if (!previous) return before;
      return { past: before.past.slice(0, -1), present: previous, future: [before.present, ...before.future], selected: [], problem: null };
    });
  }, []);
  const redo = useCallback(() => {
    setState((before) => {
      const [next, ...future] = before.future;
      if (!next) return before;
      return { past: [...before.past, before.present], present: next, future, selected: [], problem: null };
    });
  }, []);
  const select = useCallback((selected: SchemaAddress) => setState((before) => ({ ...before, selected, problem: null })), []);

  return {
    schema: state.present,
    selected: state.selected,
    problem: state.problem,
    isDirty: state.present !== base,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    select,
    apply,
    replace,
    undo,
    redo,
  };
}
