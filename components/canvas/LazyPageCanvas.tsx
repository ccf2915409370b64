'use client';

import dynamic from 'next/dynamic';

/** Begins to load what draws pages; a second call is free. */
export const loadPageCanvas = () => import('./PageCanvas');

/** Konva needs a browser: the canvas is never rendered on the server. */
export const LazyPageCanvas = dynamic(loadPageCanvas, { ssr: false });
