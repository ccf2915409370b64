import type { LeafSchema } from '@/lib/core/schema/types';
import { translator } from '@/messages/translator';

const t = translator('annotate.choices');

/** A value that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** "1" to "9" for the first nine. */
  readonly key?: string | undefined;
}

/** The values that the schema names, in its order; none for other leaves. */
export function choicesOf(schema: LeafSchema): readonly Choice[] {
  const values = schema.type === 'boolean' ? ['true', 'false'] : (schema.enum ?? []);
  return values.map((value, at) => ({
    value,
    label: schema.type === 'boolean' ? t(value === 'true' ? 'yes' : 'no') : value,
    key: at < 9 ? String(at + 1) : undefined,
  }));
}

/** Values that hold the text; those that begin with it first. */
export function matchingChoices(choices: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted));
  const begins = ({ label }: Choice): boolean => label.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** The value that a digit takes; none where values of the list begin with that digit themselves. */
export function keyedChoice(choices: readonly Choice[], key: string): Choice | undefined {
  if (choices.some(({ label }) => label.startsWith(key))) return undefined;
  return choices.find((choice) => choice.key === key);
}
