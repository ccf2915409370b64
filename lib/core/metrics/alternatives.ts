import type { Json } from '../record/json';

const optionsKey: unique symbol = Symbol('alternatives');

/** Several answers of which each is right. JSON has no such value, hence the wrapper. */
export interface Alternatives {
  readonly [optionsKey]: readonly GoldValue[];
}

/** Gold that may hold alternatives at any place; every JSON value is one. */
export type GoldValue = Json | Alternatives | readonly GoldValue[] | { readonly [key: string]: GoldValue };

/** Gold that each of the options satisfies: the one nearest to the prediction counts. */
export const oneOf = (first: GoldValue, ...others: readonly GoldValue[]): Alternatives => ({
  [optionsKey]: [first, ...others],
});

/** The options, null where the value is no alternatives. */
export const optionsOf = (value: GoldValue): readonly GoldValue[] | null =>
  typeof value === 'object' && value !== null && optionsKey in value ? value[optionsKey] : null;
