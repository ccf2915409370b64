/**
 * One file: 8 bytes of name and version, the checksum of the rest (FNV-1a),
 * the length of the header, the header as JSON padded to 8 bytes, and arrays of
 * numbers, little-endian, one after the other.
 */
const magic = [0x48, 0x46, 0x50, 0x4f, 0x4c, 0x00, 0x00, 0x01];
const prefixBytes = 16;

export interface Container {
  readonly header: unknown;
  /** A copy: arrays may be laid over it from offset 0. */
  readonly body: ArrayBuffer;
}

type NumberArray = Float32Array | Int16Array;

export function writeContainer(
  kind: string,
  header: Readonly<Record<string, unknown>>,
  arrays: readonly NumberArray[],
): Uint8Array {
  const json = JSON.stringify({ kind, ...header });
  const text = new TextEncoder().encode(json);
  const start = prefixBytes + Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(start + arrays.reduce((sum, array) => sum + array.byteLength, 0));
  bytes.fill(0x20, prefixBytes, start);
  bytes.set(text, prefixBytes);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  bytes.set(magic);
  const view = new DataView(bytes.buffer);
  view.setUint32(12, start - prefixBytes, true);
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}

/** @throws SyntaxError for bytes that are not a whole file of this kind and version. */
export function readContainer(kind: string, bytes: Uint8Array): Container {
  if (bytes.length < prefixBytes || magic.slice(0, 7).some((byte, i) => bytes[i] !== byte)) {
    throw new SyntaxError(`these bytes are no ${kind}`);
  }
  if (bytes[7] !== magic[7]) throw new SyntaxError(`version ${bytes[7]} of ${kind} is not known here`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8, true) !== checksum(bytes.subarray(12))) {
    throw new SyntaxError(`the ${kind} is damaged: its checksum does not fit`);
  }
  const start = prefixBytes + view.getUint32(12, true);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixBytes, start)));
  if (typeof header !== 'object' || header === null || !('kind' in header) || header.kind !== kind) {
    throw new SyntaxError(`these bytes are no ${kind}`);
  }
  // A copy: `slice` of a Node Buffer would share the pool's memory, at another offset.
  return { header, body: new Uint8Array(bytes.subarray(start)).buffer };
}

function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}
