import type { SuggesterView } from '@/lib/core/prelabels/contract';

/** What GET /api/projects/ID/settings answers. */
export interface ProjectSettings {
  readonly id: string;
  readonly name: string;
  readonly ocrLanguage: string;
  readonly ocrLanguages: readonly string[];
  readonly reviewRequired: boolean;
  readonly preLabels: boolean;
  readonly suggester: SuggesterView;
  readonly isDemo: boolean;
  readonly createdAt: string;
  readonly promotedCheckpoint: {
    readonly number: number;
    readonly name: string;
    readonly roundId: string | null;
    readonly createdAt: string;
  } | null;
}
