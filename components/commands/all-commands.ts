import type { CommandInfo } from '@/lib/core/commands/command-info';
import { labelFixedKeys } from '../annotate/commands/fixed-keys';
import { allLabelCommands } from '../annotate/commands/label-commands';
import { allCompareCommands } from '../compare/compare-commands';
import { allAdjudicationCommands } from '../review/adjudication-commands';
import { allReviewCommands } from '../review/review-commands';
import { allGlobalCommands } from './global-commands';

/** Every command of every page with its own keys: what the settings list and the documentation is written from. */
export const allCommands: readonly CommandInfo[] = [
  ...allGlobalCommands,
  ...allLabelCommands,
  ...labelFixedKeys,
  ...allReviewCommands,
  ...allAdjudicationCommands,
  ...allCompareCommands,
];
