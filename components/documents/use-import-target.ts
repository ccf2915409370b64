'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { ImportTarget } from './import-run';
import { poolTarget } from './ImportTargetBar';

/** Where the next import goes; a link may ask for a transfer suite (`?into=transfer`). */
export function useImportTarget() {
  const isSuiteAsked = useSearchParams().get('into') === 'transfer';
  return useState<ImportTarget>(isSuiteAsked ? { split: 'transfer', suite: '' } : poolTarget);
}
