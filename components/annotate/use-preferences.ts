'use client';

import { useLocalStorage } from '@mantine/hooks';
import { useRef } from 'react';
import type { WalkOrder } from '@/lib/core/annotation/walk-order';
import type { EditingPreferences } from './field-editing';

/** How this person likes to label; the browser remembers it. */
export function usePreferences() {
  const [order, setOrder] = useLocalStorage<WalkOrder>({ key: 'hundredfold-walk-order', defaultValue: 'schema' });
  const [sureFrom, setSureFrom] = useLocalStorage<number>({ key: 'hundredfold-sure-from', defaultValue: 0.9 });
  const latest = useRef<EditingPreferences>({ order, sureFrom });
  latest.current = { order, sureFrom };
  const read = useRef(() => latest.current);
  return { order, setOrder, sureFrom, setSureFrom, read: read.current };
}
export type Preferences = ReturnType<typeof usePreferences>;
