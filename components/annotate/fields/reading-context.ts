import { createContext, useContext } from 'react';

/** Pointers of the fields whose box is being read. */
const Context = createContext<readonly string[]>([]);
export const ReadingProvider = Context.Provider;

/** Whether the field waits for the text of its box. */
export const useIsReading = (pointer: string): boolean => useContext(Context).includes(pointer);
