/**
 * A project's schema: the JSON Schema 2020-12 subset of the glossary. Objects,
 * lists and leaves at any depth, no `$ref`, so a schema cannot have a cycle.
 */
export const leafTypes = ['string', 'number', 'integer', 'boolean'] as const;
export type LeafType = (typeof leafTypes)[number];

/** Equality rule of a leaf (`spec/scoring`); `text` where none is given. */
export const matchRules = ['text', 'text-ci', 'number'] as const;
export type MatchRule = (typeof matchRules)[number];

/** How much an error in a leaf weighs for whoever reads the record; `significant` where none is given. */
export const severities = ['significant', 'minor'] as const;
export type Severity = (typeof severities)[number];

export interface LeafSchema {
  readonly type: LeafType;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly 'x-match'?: MatchRule;
  /** Sorts errors (`docs/metrics.md`); changes no score and no prompt. */
  readonly 'x-severity'?: Severity;
  /** Protected health information: stays out of logs, queues and error texts. */
  readonly 'x-phi'?: boolean;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly description?: string;
  /** In the order in which people see and fill the keys. */
  readonly properties: Readonly<Record<string, FieldSchema>>;
}

export interface ListSchema {
  readonly type: 'array';
  readonly description?: string;
  readonly items: FieldSchema;
}

export type FieldSchema = LeafSchema | ObjectSchema | ListSchema;

/** The root is always an object: a record is a JSON object. */
export type RecordSchema = ObjectSchema;

export const isObjectSchema = (schema: FieldSchema): schema is ObjectSchema => schema.type === 'object';
export const isListSchema = (schema: FieldSchema): schema is ListSchema => schema.type === 'array';
export const isLeafSchema = (schema: FieldSchema): schema is LeafSchema =>
  schema.type !== 'object' && schema.type !== 'array';
