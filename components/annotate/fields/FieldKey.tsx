'use client';

import { Kbd } from '@mantine/core';
import { createContext, useContext } from 'react';

/** Keys of fields by pointer, while words are chosen on the page; null while none are. */
const Context = createContext<ReadonlyMap<string, string> | null>(null);
export const FieldKeysProvider = Context.Provider;

/** The key that puts the chosen words into this field. */
export function FieldKey({ pointer }: { readonly pointer: string }) {
  const key = useContext(Context)?.get(pointer);
  return key === undefined ? null : <Kbd size="xs" me={6} data-field-key={pointer}>{key}</Kbd>;
}
