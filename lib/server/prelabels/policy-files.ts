import { AppError } from '@/lib/core/errors/app-error';
import { deserialisePolicy, serialisePolicy, type PolicyModel } from '@/lib/core/policy';
import { sha256 } from '../storage/sha256';
import { storage } from '../storage/storage';

/** Opened policies, newest last; each takes some megabytes. */
const most = 4;
const opened = new Map<string, PolicyModel>();

/** A pre-label model's policy, by its project and the hash of its bytes. */
interface StoredPolicy {
  readonly projectId: string;
  readonly hash: string;
}

/** Where the policy of a pre-label model is stored. */
export const preLabelFile = ({ projectId, hash }: StoredPolicy): string => `pre-labels/${projectId}/${hash}.bin`;

/** Stores a policy under the hash of its bytes. @returns the hash. */
export async function storePolicy(projectId: string, model: PolicyModel): Promise<string> {
  const bytes = serialisePolicy(model);
  const hash = sha256(bytes);
  await storage().write(preLabelFile({ projectId, hash }), bytes);
  return hash;
}

export const removePolicy = (policy: StoredPolicy): Promise<void> => storage().removeAll(preLabelFile(policy));

/** Opens a stored policy. @throws AppError `not-found`, or `broken-file` where it is not what its hash says. */
export async function openPolicy(key: string, hash: string): Promise<PolicyModel> {
  const known = opened.get(hash);
  if (known) return known;
  const bytes = await storage().read(key);
  if (sha256(bytes) !== hash) throw new AppError('broken-file', `The stored file ${key} is not what its hash says.`);
  // A Buffer may be a window on a larger memory; the policy gets memory of its own.
  const model = deserialisePolicy(Uint8Array.from(bytes));
  const [oldest] = opened.keys();
  if (opened.size >= most && oldest !== undefined) opened.delete(oldest);
  opened.set(hash, model);
  return model;
}
