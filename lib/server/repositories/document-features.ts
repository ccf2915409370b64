import { gunzipSync, gzipSync } from 'node:zlib';
import { type DocumentFeatures, featuresVersion } from '@/lib/core/sampling';

/** Features as the column keeps them: gzipped JSON with its version inside. */
export const encodeFeatures = (features: DocumentFeatures): Uint8Array<ArrayBuffer> =>
  new Uint8Array(gzipSync(JSON.stringify(features)));

/** null for features of another version: the document is as good as unread to the sampler. */
export function decodeFeatures(bytes: Uint8Array): DocumentFeatures | null {
  const features = JSON.parse(gunzipSync(bytes).toString('utf8')) as DocumentFeatures;
  return features.version === featuresVersion ? features : null;
}
