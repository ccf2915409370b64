'use client';

import dynamic from 'next/dynamic';

/** Konva needs a browser: the canvas is never rendered on the server. */
export const LazyPageCanvas = dynamic(() => import('./PageCanvas'), { ssr: false });
