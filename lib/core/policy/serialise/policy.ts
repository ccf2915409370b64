import { isJsonObject } from '../../record/json';
import { parseRecordSchema } from '../../schema/parse-schema';
import { featureBits } from '../features/hash';
import { createNetwork } from '../model/network';
import { modelOf, type PolicyModel } from '../model/policy-model';
import { readContainer, writeContainer } from './container';

const kind = 'hundredfold-policy';

/** About 32 kB a scalar field and 65 kB a list column. */
export const serialisePolicy = ({ schema, scale, levels }: PolicyModel): Uint8Array =>
  writeContainer(kind, { schema, scale, featureBits }, [levels]);

/** @throws SyntaxError for bytes that are not a whole policy of this version. */
export function deserialisePolicy(bytes: Uint8Array): PolicyModel {
  const { header, body } = readContainer(kind, bytes);
  if (!isJsonObject(header) || typeof header.scale !== 'number' || header.featureBits !== featureBits) {
    throw new SyntaxError('the policy has a header that cannot be read');
  }
  const parsed = parseRecordSchema(header.schema);
  if (!parsed.ok) throw new SyntaxError('the policy has a schema that cannot be read');
  const { schema } = parsed;
  const network = createNetwork(schema);
  if (body.byteLength !== network.size * 2) throw new SyntaxError('the policy lacks some of its weights');
  return modelOf(schema, network, new Int16Array(body), header.scale);
}
