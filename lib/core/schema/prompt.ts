import { isLeafSchema, isListSchema } from './types';
import type { FieldSchema, LeafSchema, LeafType, RecordSchema } from './types';

export interface PromptOptions {
  /** Top-level keys that are asked for (key sampling, §3.4); all where not given. */
  readonly keys?: readonly string[] | undefined;
  /** Ask for the thought before the answer. */
  readonly think: boolean;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const typeNotes: Readonly<Record<LeafType, readonly string[]>> = {
  string: [],
  number: ['a number'],
  integer: ['a whole number'],
  boolean: ['true or false'],
};

function leafNotes(schema: LeafSchema): string[] {
  const values = schema.enum ? [`one of: ${schema.enum.join(' | ')}`] : [];
  return [...typeNotes[schema.type], ...values];
}

function commentOf(schema: FieldSchema): string {
  const notes = [schema.description ?? '', ...(isLeafSchema(schema) ? leafNotes(schema) : [])].map(oneLine);
  const comment = notes.filter((note) => note !== '').join('; ');
  return comment === '' ? '' : ` // ${comment}`;
}

/** One value of the form, without the key before it; `comma` belongs before the comment. */
function describe(schema: FieldSchema, indent: string, comma: string): string[] {
  const comment = commentOf(schema);
  if (isLeafSchema(schema)) return [`${schema.type === 'string' ? '""' : 'null'}${comma}${comment}`];
  const inner = `${indent}  `;
  if (isListSchema(schema)) {
    const [first = '', ...rest] = describe(schema.items, inner, '');
    return [`[${comment}`, `${inner}${first}`, ...rest, `${indent}]${comma}`];
  }
  const entries = Object.entries(schema.properties);
  const body = entries.flatMap(([key, child], i) => {
    const [first = '', ...rest] = describe(child, inner, i < entries.length - 1 ? ',' : '');
    return [`${inner}${JSON.stringify(key)}: ${first}`, ...rest];
  });
  return [`{${comment}`, ...body, `${indent}}${comma}`];
}

/** The keys with their descriptions as comments, values removed, one element in each list (§3.2). */
export function keyDescriptions(schema: RecordSchema, keys?: readonly string[]): string {
  const asked = keys && new Set(keys);
  const properties = Object.entries(schema.properties).filter(([key]) => !asked || asked.has(key));
  return describe({ ...schema, properties: Object.fromEntries(properties) }, '', '').join('\n');
}

/**
 * What a model is asked, in the form of the paper's Figure 1: the part a model
 * plays, the keys, and the form of the answer that `parseCompletion` reads.
 */
export function promptFor(schema: RecordSchema, { keys, think }: PromptOptions): string {
  const order = think
    ? 'First output the thinking process in <think> </think> tags and then output the final answer ' +
      'in <answer> </answer> tags.'
    : 'Output the final answer in <answer> </answer> tags.';
  return [
    'You are an annotator, mainly extracting structured information from documents.',
    'You need to extract the values of the keys below from the document, as they are printed.',
    'Output a value as empty if it is not available. Output one element for each row of a list.',
    'The answer format you need to follow is as follows:',
    '```json',
    keyDescriptions(schema, keys),
    '```',
    `${order} Output the final answer in JSON format.`,
  ].join('\n');
}
