'use client';

import { useEffect, useState } from 'react';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { FieldEditing } from './field-editing';
import type { Session } from './session/create-session';

interface Options {
  readonly editing: FieldEditing;
  readonly session: Session;
  readonly submit: () => void;
}

/** Asks once, in passing, about fields that nobody looked at before work is handed in. */
export function useSubmitQuestion({ editing, session, submit }: Options) {
  const [asked, setAsked] = useState<AnnotationContent | null>(null);
  // Whoever goes on working is asked again about what is left then.
  useEffect(() => {
    if (!asked) return;
    const drop = (): void => {
      if (session.getState().content !== asked) setAsked(null);
    };
    drop();
    return session.subscribe(drop);
  }, [session, asked]);
  return {
    left: asked ? editing.notLookedAt() : [],
    begin: () => {
      editing.dropEmptyRows();
      const isAsked = asked !== null || editing.notLookedAt().length === 0;
      if (isAsked) submit();
      else setAsked(editing.contentNow());
    },
    markAbsent: () => {
      editing.markRestAbsent();
      submit();
    },
    goBack: () => {
      setAsked(null);
      editing.goTo(editing.notLookedAt()[0]?.pointer ?? null, true);
    },
    close: () => setAsked(null),
  };
}
