import type { ListrRendererFactory, ListrTask, ListrTaskWrapper } from 'listr2';
import {
  type DemoSize, importDemoDocuments, pagesPerSecond, readingProgress, writeDemoDocuments,
} from './documents';
import { demoProjectId, ensureDemoProject, ensurePicks, ensureRound, labelPicks, watchRound } from './loop';
import { demoActor, ensureDemoAdmin, ensureDemoPeople } from './people';
import { pollUntil } from './poll';
import { type Progress, formatRate, showProgress } from './progress';

export interface DemoContext {
  /** `picks` are labelled by the simulated annotator, `more` wait for a person. */
  readonly size: DemoSize & { readonly picks: number; readonly more: number };
  readonly signal: AbortSignal;
  picked: number;
  roundId: string | null;
}

type DemoTask = ListrTaskWrapper<DemoContext, ListrRendererFactory, ListrRendererFactory>;

const progressOf = (task: DemoTask): ((progress: Progress) => void) =>
  showProgress((line) => {
    task.output = line;
  });

const totalOf = ({ pool, validation, test, transfer }: DemoSize): number => pool + validation + test + transfer;

/** The stages of the loop in order; each leaves alone what an earlier run did. */
export const loopTasks: ListrTask<DemoContext>[] = [
  {
    title: 'People and project',
    task: async () => {
      const admin = await ensureDemoAdmin();
      await ensureDemoProject(admin);
      await ensureDemoPeople(admin, demoProjectId);
    },
  },
  {
    title: 'Print synthetic reports',
    task: async ({ size }, task) => {
      const show = progressOf(task);
      const startedMs = Date.now();
      await writeDemoDocuments(size, (done, total) => {
        show({ done, total, figures: formatRate(done, total, Date.now() - startedMs, 'documents') });
      });
      task.title = `${totalOf(size)} synthetic reports, ${size.pool} to pick from, ${size.transfer} from elsewhere`;
    },
  },
  {
    title: 'Import',
    task: async ({ size }, task) => {
      const show = progressOf(task);
      const startedMs = Date.now();
      const total = totalOf(size);
      const listing = await writeDemoDocuments(size, () => undefined);
      await importDemoDocuments(await ensureDemoAdmin(), demoProjectId, listing, total, (done) => {
        show({ done, total, figures: formatRate(done, total, Date.now() - startedMs, 'documents') });
      });
      task.title = `Imported ${total} documents`;
    },
  },
  {
    title: 'Read (OCR)',
    task: async ({ signal }, task) => {
      const show = progressOf(task);
      const startedMs = Date.now();
      const first = await readingProgress(demoProjectId);
      const last = await pollUntil(
        async () => {
          const progress = await readingProgress(demoProjectId);
          const done = progress.read + progress.failed;
          const fresh = done - first.read - first.failed;
          show({
            done,
            total: progress.total,
            figures: formatRate(fresh, progress.total - first.read - first.failed, Date.now() - startedMs, 'pages'),
          });
          return done >= progress.total ? progress : null;
        },
        500,
        signal,
      );
      if (last.failed > 0) throw new Error(`${last.failed} documents could not be read; .data/logs/worker.log says why.`);
      const speed = await pagesPerSecond(demoProjectId);
      task.title = `Read ${last.read} documents${speed ? `, ${speed.toFixed(2)} pages/s` : ''}`;
    },
  },
  {
    title: 'Pick by diversity',
    task: async (context, task) => {
      context.picked = await ensurePicks(await demoActor('lead'), 1, context.size.picks);
      task.title = `Picked ${context.picked} documents by facility location`;
    },
  },
  {
    title: 'Label (simulated annotator)',
    task: async ({ picked }, task) => {
      const show = progressOf(task);
      await labelPicks(await demoActor('lead'), picked, (done) => show({ done, total: picked }));
      task.title = `Labelled ${picked} documents (simulated annotator, marked as such)`;
    },
  },
  {
    title: 'Queue some more for you to label',
    task: async ({ size }, task) => {
      const queued = await ensurePicks(await demoActor('lead'), 2, size.more);
      task.title = `${queued} more documents wait in the queue for you; the round will pre-label them`;
    },
  },
  {
    title: 'Round: warm start, then GRPO',
    task: async (context, task) => {
      const show = progressOf(task);
      const roundId = await ensureRound(await demoActor('lead'));
      await watchRound(
        roundId,
        ({ state, step, plannedSteps, reward }) => {
          const figures = [state, ...(reward === null ? [] : [`reward ${reward.toFixed(3)} of 2`])];
          show({ done: step, total: plannedSteps ?? 0, figures });
        },
        context.signal,
      );
      context.roundId = roundId;
      task.title = 'Round ready: three checkpoints, evaluated on validation, test and the transfer suite';
    },
  },
];
