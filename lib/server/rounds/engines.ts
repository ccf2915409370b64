import { findWorkers } from '../repositories/worker-presence';

export interface EngineOffer {
  readonly engine: 'embedded' | 'trl' | 'ray';
  readonly name: string;
  readonly description: string;
  readonly isAvailable: boolean;
  /** Why it cannot be chosen, or what to know before choosing it. */
  readonly note: string | null;
}

/** A worker that has not reported for so long is taken for stopped. */
const presenceMs = 20_000;

/** What the Start sheet offers, and why not what it does not. */
export async function findEngines(): Promise<EngineOffer[]> {
  const since = new Date(Date.now() - presenceMs);
  const isWorkerUp = (await findWorkers(since)).length > 0;
  return [
    {
      engine: 'embedded',
      name: 'Embedded policy',
      description: 'A small policy over the words of the page, trained on the CPU in seconds.',
      isAvailable: true,
      note: isWorkerUp ? null : 'No worker has reported for 20 seconds: the round waits until one is up.',
    },
    {
      engine: 'trl',
      name: 'Vision-language model on a GPU (TRL)',
      description: 'Qwen2.5-VL trained by GRPO on one machine with a GPU.',
      isAvailable: false,
      note: 'Arrives with the GPU worker; this version has none.',
    },
    {
      engine: 'ray',
      name: 'Vision-language model on a Ray cluster',
      description: 'The same trainer over many GPUs and machines.',
      isAvailable: false,
      note: 'Arrives with the GPU worker; this version has none.',
    },
  ];
}
