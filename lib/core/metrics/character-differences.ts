import { charactersOf, commonPlaces } from './common-characters';

/** `left-out`: gold alone has it; `added`: the prediction alone. */
export interface CharacterPiece {
  readonly kind: 'same' | 'left-out' | 'added';
  readonly text: string;
}

/**
 * Which characters differ, for marking them: the pieces `same` and `left-out`
 * in their order spell gold, `same` and `added` the prediction. What was put in
 * place of something stands behind it.
 */
export function characterDifferences(gold: string, prediction: string): CharacterPiece[] {
  const [a, b] = [charactersOf(gold), charactersOf(prediction)];
  const pieces: CharacterPiece[] = [];
  const push = (kind: CharacterPiece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [atA, atB] of [...commonPlaces(a, b), [a.length, b.length] as const]) {
    push('left-out', a.slice(i, atA).join(''));
    push('added', b.slice(j, atB).join(''));
    push('same', a[atA] ?? '');
    [i, j] = [atA + 1, atB + 1];
  }
  return pieces;
}
