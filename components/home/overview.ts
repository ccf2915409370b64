import type { RoundState } from '@/lib/core/round/state-machine';

/** What GET /api/projects/ID/overview answers. */
export interface Overview {
  readonly project: { readonly id: string; readonly name: string; readonly promotedCheckpointId: string | null };
  readonly stations: {
    readonly imported: number;
    readonly read: number;
    readonly failed: number;
    readonly picked: number;
    readonly gold: number;
    readonly skipped: number;
    readonly inReview: number;
    readonly drafts: number;
  };
  readonly rounds: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: RoundState;
    readonly step: number;
    readonly plannedSteps: number | null;
    readonly createdAt: string;
    readonly finishedAt: string | null;
    readonly failureReason: string | null;
    readonly snapshot: { readonly documentCount: number } | null;
  }[];
  readonly learningCurve: readonly {
    readonly checkpointId: string;
    readonly number: number;
    readonly name: string;
    readonly role: string;
    readonly labels: number | null;
    readonly documents: number;
    readonly f1: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly rewardCurve: readonly { readonly step: number; readonly reward: number; readonly precision: number; readonly recall: number }[];
}
