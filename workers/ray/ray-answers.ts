import { z } from 'zod';

/** As `GET /api/version` answers. */
export const versionSchema = z.object({ ray_version: z.string() });

const statuses = ['PENDING', 'RUNNING', 'STOPPED', 'SUCCEEDED', 'FAILED'] as const;

/** As `GET /api/jobs/ID` answers; what is not read here is left out. */
export const jobSchema = z
  .object({
    status: z.enum(statuses),
    message: z.string().nullish(),
    driver_exit_code: z.number().int().nullish(),
    end_time: z.number().nullish(),
    metadata: z.record(z.string(), z.string()).nullish(),
  })
  .transform(({ status, message, driver_exit_code, end_time, metadata }) => ({
    status,
    /** What Ray says of it; may quote the end of the job's log. */
    message: message ?? '',
    /** Of the entry's process, where it ended by itself. */
    exitCode: driver_exit_code ?? null,
    /** Milliseconds since the epoch. */
    endedAt: end_time ?? null,
    metadata: metadata ?? {},
  }));
export type RayJob = Readonly<z.infer<typeof jobSchema>>;

export const isOver = ({ status }: RayJob): boolean => status !== 'PENDING' && status !== 'RUNNING';

export const logsSchema = z.object({ logs: z.string().nullable() });

const gpuSchema = z.object({ name: z.string().nullish(), memoryTotal: z.number().nullish() });

/** As `GET /nodes?view=summary` answers: what the dashboard shows of each machine. Memory of a card is in MiB. */
export const nodesSchema = z.object({
  data: z.object({
    summary: z.array(
      z.object({
        gpus: z.array(gpuSchema).nullish(),
        raylet: z.object({ state: z.string().nullish(), resourcesTotal: z.record(z.string(), z.number()).nullish() }),
      }),
    ),
  }),
});
