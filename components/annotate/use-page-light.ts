'use client';

import { useLocalStorage } from '@mantine/hooks';
import { plainLight, type PageLight } from '@/components/canvas/page-light';

/** Brightness and contrast of pages; the browser remembers them. */
export const usePageLight = () => useLocalStorage<PageLight>({ key: 'hundredfold-page-light', defaultValue: plainLight });
