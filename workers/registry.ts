import type { JobName } from '@/lib/jobs/definitions';
import type { HandlerModule } from './handler';

/** Handlers of the CPU worker, loaded when their first job comes. */
export const registry = {
  'read-document': () => import('./handlers/read-document'),
  'run-round': () => import('./handlers/run-round'),
  'evaluate-checkpoint': () => import('./handlers/evaluate-checkpoint'),
  'keep-pre-labels': () => import('./handlers/keep-pre-labels'),
} satisfies { readonly [Name in JobName]?: () => Promise<HandlerModule<Name>> };

/** Of the worker outside of the workbench: with a GPU, and with a Ray cluster. */
export const outsideRegistry = {
  'run-outside-round': () => import('./handlers/run-outside-round'),
  'evaluate-outside-checkpoint': () => import('./handlers/evaluate-outside-checkpoint'),
  'run-ray-round': () => import('./handlers/run-ray-round'),
  'evaluate-ray-checkpoint': () => import('./handlers/evaluate-ray-checkpoint'),
} satisfies { readonly [Name in JobName]?: () => Promise<HandlerModule<Name>> };
