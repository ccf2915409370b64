import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { log } from '@/lib/server/logging/log';
import type { TrainerExit, TrainerListeners, TrainerProcess } from '../outside/spawn-trainer';
import { askEarly } from './ask-file';
import { readLines, sizeOf } from './event-file';
import { exitOfJob, lostJob, unheardJob } from './job-end';
import { followJobLog } from './job-log';
import { isOver } from './ray-answers';
import type { RayClient } from './ray-client';
import { RayFault } from './ray-fault';

export interface FollowedJob {
  readonly submissionId: string;
  /** The run folder, which the job sees under the same path. */
  readonly folder: string;
  /** Name of the file in it that the job writes its lines to. */
  readonly file: string;
  /** Where in that file this job's own events begin. */
  readonly from: number;
  /** Up to where the journal has them. */
  readonly read: number;
  /** It was at work before this worker came. */
  readonly isReattached: boolean;
  /** The journal has everything up to this byte. */
  readonly onRead: (byte: number) => void;
  /** Its first event was seen: its workers are there. */
  readonly onAtWork: () => void;
  /** The job was looked at. */
  readonly onLook: () => void;
}

export interface RayTrainer extends TrainerProcess {
  /** When it ended (milliseconds since the epoch); null where it may still be at work. */
  readonly endedAt: () => number | null;
}

const lookMs = 500;
/** A head that is started anew, or a network that is cut, for so long is nothing. */
const unheardMs = 120_000;
/** A job that is to be killed has had its grace: what Ray has not ended by now it will end alone. */
const killMs = 5_000;

/** A job of the cluster behind what a trainer's process looks like to who supervises it. */
export function followJob(client: RayClient, job: FollowedJob, { onLine, onOutput }: TrainerListeners): RayTrainer {
  const { submissionId, folder, onRead, onAtWork } = job;
  const events = path.join(folder, job.file);
  const jobLog = followJobLog(client, submissionId, job.isReattached, onOutput);
  let { from, read } = job;
  let offset = Math.min(from, read);
  let isStopWanted = false;
  let isStopHeard = false;
  let isEarlyWanted = false;
  let isLeft = false;
  let endedAt: number | null = null;
  let isAtWork = false;
  let killAt = Infinity;
  let heardAt = Date.now();
  let wake = new AbortController();

  async function readEvents(): Promise<void> {
    // A folder that was lost with its disk begins anew.
    if ((await sizeOf(events)) < offset) offset = from = read = 0;
    let begin = offset;
    offset = await readLines(events, offset, (line, next) => {
      const isOwn = begin >= from;
      const isNew = begin >= read;
      begin = next;
      if (isOwn && !isAtWork) {
        isAtWork = true;
        onAtWork();
      }
      onLine(line, isOwn && isNew ? 'all' : isOwn ? 'judgement' : 'journal');
      if (isNew) onRead(next);
    });
  }

  async function lookAtJob(): Promise<TrainerExit | null> {
    if (isEarlyWanted && !isStopWanted) await askEarly(folder);
    if (isStopWanted && !isStopHeard) {
      await client.stop(submissionId);
      isStopHeard = true;
    }
    const found = await client.find(submissionId);
    heardAt = Date.now();
    if (found && !isOver(found)) return null;
    endedAt = found?.endedAt ?? Date.now();
    return found ? exitOfJob(found) : lostJob;
  }

  async function lookPatiently(): Promise<TrainerExit | null> {
    try {
      const exit = await lookAtJob();
      await jobLog.follow(exit !== null).catch(() => undefined);
      return exit;
    } catch (error) {
      if (!(error instanceof RayFault)) throw error;
      log().warn({ submissionId, err: error }, 'the Ray cluster did not answer');
      return Date.now() - heardAt < unheardMs ? null : unheardJob(error.message);
    }
  }

  async function follow(): Promise<TrainerExit> {
    for (;;) {
      // Its end is looked at before its events: what it wrote before it ended is there then.
      const exit = isLeft ? null : await lookPatiently();
      if (isLeft) return { code: null, signal: null, startError: null };
      await readEvents();
      job.onLook();
      if (exit) return exit;
      if (Date.now() >= killAt) return { code: null, signal: 'SIGKILL', startError: null };
      wake = new AbortController();
      await delay(lookMs, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  }

  return {
    ask: (signal) => {
      if (signal === 'SIGTERM') isStopWanted = true;
      else isEarlyWanted = true;
      wake.abort();
    },
    kill: () => {
      isStopWanted = true;
      killAt = Math.min(killAt, Date.now() + killMs);
    },
    letGo: () => {
      isLeft = true;
      wake.abort();
    },
    ended: follow(),
    endedAt: () => endedAt,
  };
}
