import type { z } from 'zod';
import type { Card } from '@/lib/core/round/capabilities';
import { callHttp } from './http-call';
import { jobSchema, logsSchema, nodesSchema, type RayJob, versionSchema } from './ray-answers';
import { faultOf, RayFault, unreachable } from './ray-fault';

/** What a job is told. */
export interface RayJobSpec {
  /** Made by the caller: the same one again is the same job. */
  readonly submissionId: string;
  /** A command line for `sh`. */
  readonly entrypoint: string;
  readonly runtimeEnv: object;
  /** Of the entry alone, not of what it starts in the cluster; the head's machine runs it where they are zero. */
  readonly entrypointGpus?: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A cluster's machines, as far as it tells. */
export interface RayCluster {
  readonly version: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly gpus: number;
  readonly cards: readonly Card[];
}

export interface RayClient {
  readonly address: string;
  readonly look: () => Promise<RayCluster>;
  /** Submits the job unless it is there already. */
  readonly submit: (job: RayJobSpec) => Promise<void>;
  /** Null where the cluster does not know it. */
  readonly find: (submissionId: string) => Promise<RayJob | null>;
  /** Asks its entry to stop; Ray kills it after RAY_JOB_STOP_WAIT_TIME_S of its environment. */
  readonly stop: (submissionId: string) => Promise<void>;
  /** Forgets a job that is over. */
  readonly remove: (submissionId: string) => Promise<void>;
  /** What its entry printed, from the character `from`. */
  readonly logsFrom: (submissionId: string, from: number) => Promise<string>;
  /** Brings a package of code to the cluster unless it is there. @returns its URI. */
  readonly upload: (name: string, zip: () => Promise<Uint8Array>) => Promise<string>;
}

interface Options {
  /** Of the head's dashboard, such as `http://head:8265`. */
  readonly address: string;
  readonly token: string | undefined;
  readonly timeoutMs?: number;
}

const mebibytesAGib = 1024;

type Call = { readonly method?: string; readonly json?: object; readonly bytes?: Uint8Array };

/**
 * The Jobs API of a Ray cluster, with its token.
 * @throws RayFault from every call, in words.
 */
export function createRayClient({ address: given, token, timeoutMs = 30_000 }: Options): RayClient {
  const address = given.replace(/\/+$/, '');

  /** @returns null for 404. */
  async function call(path: string, { method = 'GET', json, bytes }: Call = {}): Promise<string | null> {
    const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(json ? { 'content-type': 'application/json' } : {}) };
    const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json));
    const { status, text } = await callHttp(`${address}${path}`, { method, headers, timeoutMs, ...(body === undefined ? {} : { body }) }).catch(
      (error: unknown) => {
        throw unreachable(address, error);
      },
    );
    if (status === 404) return null;
    if (status < 200 || status > 299) throw faultOf(address, status, text);
    return text;
  }

  async function read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema> | null> {
    const text = await call(path);
    if (text === null) return null;
    try {
      return schema.parse(JSON.parse(text));
    } catch {
      throw new RayFault('refused', `what answers at ${address} is no Ray cluster, or one of another version; look at RAY_ADDRESS`);
    }
  }

  const jobPath = (id: string): string => `/api/jobs/${encodeURIComponent(id)}`;

  return {
    address,
    look: async () => {
      const version = await read(versionSchema, '/api/version');
      if (!version) throw new RayFault('refused', `there is no Ray dashboard at ${address}; look at RAY_ADDRESS`);
      const nodes = (await read(nodesSchema, '/nodes?view=summary'))?.data.summary.filter(({ raylet }) => raylet.state !== 'DEAD') ?? [];
      const totalOf = (resource: string): number => nodes.reduce((sum, { raylet }) => sum + (raylet.resourcesTotal?.[resource] ?? 0), 0);
      return {
        version: version.ray_version,
        cores: Math.round(totalOf('CPU')),
        memoryBytes: totalOf('memory'),
        gpus: totalOf('GPU'),
        cards: nodes.flatMap(({ gpus }) => (gpus ?? []).map(({ name, memoryTotal }) => ({
          name: name ?? 'GPU', memoryGib: Math.round(((memoryTotal ?? 0) / mebibytesAGib) * 10) / 10,
        }))),
      };
    },
    submit: async ({ submissionId, entrypoint, runtimeEnv, entrypointGpus, metadata }) => {
      try {
        const answer = await call('/api/jobs/', {
          method: 'POST',
          json: {
            submission_id: submissionId, entrypoint, runtime_env: runtimeEnv, metadata,
            ...(entrypointGpus ? { entrypoint_num_gpus: entrypointGpus } : {}),
          },
        });
        if (answer === null) throw new RayFault('refused', `there is no Jobs API at ${address}; look at RAY_ADDRESS`);
      } catch (error) {
        // It is there from a call whose answer was lost: the same start.
        if (!(error instanceof RayFault) || error.kind !== 'refused' || (await read(jobSchema, jobPath(submissionId))) === null) throw error;
      }
    },
    find: (id) => read(jobSchema, jobPath(id)),
    stop: async (id) => void (await call(`${jobPath(id)}/stop`, { method: 'POST' })),
    remove: async (id) => void (await call(jobPath(id), { method: 'DELETE' })),
    logsFrom: async (id, from) => ((await read(logsSchema, `${jobPath(id)}/logs`))?.logs ?? '').slice(from),
    upload: async (name, zip) => {
      const path = `/api/packages/gcs/${name}`;
      if ((await call(path)) === null) await call(path, { method: 'PUT', bytes: await zip() });
      return `gcs://${name}`;
    },
  };
}
