'use client';

import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

function inWords(at: Date, nowMs: number, locale: string): string {
  const seconds = Math.round((at.getTime() - nowMs) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** "3 minutes ago", with the absolute time on hover. */
export function RelativeTime({ at }: { readonly at: string | Date }) {
  const locale = useLocale();
  const date = new Date(at);
  const [nowMs, setNowMs] = useState<number | null>(null);
  useEffect(() => {
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip label={date.toLocaleString()}>
      <time dateTime={date.toISOString()} suppressHydrationWarning>
        {nowMs === null ? date.toISOString().slice(0, 16).replace('T', ' ') : inWords(date, nowMs, locale)}
      </time>
    </Tooltip>
  );
}
