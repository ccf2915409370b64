import type { RayClient } from './ray-client';

const everyMs = 15_000;

export interface JobLog {
  /** Reads on if it is time, or in any case where it `isLast`. */
  readonly follow: (isLast?: boolean) => Promise<void>;
}

/**
 * Follows what a job prints. The API hands out the whole log each time (its
 * other way is a WebSocket, which Node 20 has none for), hence seldom.
 * @param isOld what stands there already is not handed over.
 */
export function followJobLog(client: RayClient, submissionId: string, isOld: boolean, onOutput: (line: string) => void): JobLog {
  let seen = 0;
  let isToSkip = isOld;
  let readAt = -Infinity;
  return {
    follow: async (isLast = false) => {
      if (!isLast && Date.now() - readAt < everyMs) return;
      readAt = Date.now();
      const text = await client.logsFrom(submissionId, seen);
      const whole = isLast ? text.length : text.lastIndexOf('\n') + 1;
      seen += whole;
      if (!isToSkip) for (const line of text.slice(0, whole).split(/[\r\n]+/)) onOutput(line);
      isToSkip = false;
    },
  };
}
