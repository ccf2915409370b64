import { characterDifferences } from '@/lib/core/metrics/character-differences';
import type { Leaf } from '@/lib/core/record/json';
import { normalForm } from '@/lib/core/scoring';
import classes from './verdicts.module.css';

/** The prediction with the characters marked in which it differs from gold. */
export function MarkedText({ gold, prediction }: { readonly gold: Leaf; readonly prediction: Leaf }) {
  const pieces = characterDifferences(normalForm(gold), normalForm(prediction));
  return (
    <span className={classes['said']} dir="auto">
      {pieces.map(({ kind, text }, place) =>
        kind === 'same' ? (
          <span key={place}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={place} className={classes['added']}>
            {text}
          </ins>
        ) : (
          <del key={place} className={classes['leftOut']}>
            {text}
          </del>
        ),
      )}
    </span>
  );
}
