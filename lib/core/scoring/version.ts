/**
 * Names this definition of the score. It stands with every kept evaluation and
 * changes with any change that can move a figure.
 */
export const scoringVersion = 'hf-2';
