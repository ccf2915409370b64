import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../record/json';
import { canonicalJson } from '../round/canonical-json';
import type { AnnotationContent } from './content';

/** SHA-256 of the content's canonical JSON, hex: browser and server compare what they hold by it. */
export const contentHash = ({ record, evidence, provenance }: AnnotationContent): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson({ record, evidence, provenance } as unknown as Json))));
