import { IconArrowRight } from '@tabler/icons-react';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import type { Leaf } from '@/lib/core/record/json';
import type { Severity } from '@/lib/core/schema/types';
import { MarkedText } from './MarkedText';
import type { ComparedCell } from './comparison-view';
import { verdictForms } from './verdict-forms';
import classes from './verdicts.module.css';

export const leafText = (value: Leaf): string => (value === null || value === '' ? '' : String(value));

/** The row that a value belongs to, and the line where it is. */
export interface Home {
  readonly name: string;
  readonly place: number;
}

interface Props {
  readonly cell: ComparedCell | null;
  readonly gold: Leaf;
  readonly severity: Severity;
  /** For a value in the wrong row. */
  readonly home: Home | null;
  readonly onGoTo: (place: number) => void;
}

const formClasses: Readonly<Record<LeafVerdict, string | undefined>> = {
  right: classes['right'],
  'near-miss': classes['nearMiss'],
  'wrong-value': classes['wrongValue'],
  'wrong-row': classes['wrongRow'],
  missing: classes['missing'],
  invented: classes['invented'],
};

function label({ type, value }: ComparedCell, gold: string, severity: Severity, home: Home | null): string {
  const said = leafText(value);
  if (type === 'right') return `right: ${said}`;
  const name = `${severity === 'minor' ? 'minor error, ' : ''}${verdictForms[type].name}`;
  switch (type) {
    case 'missing':
      return `${name}: gold is ${gold}`;
    case 'invented':
      return `${name}: ${said}`;
    case 'wrong-row':
      return `${name}: ${said} belongs to ${home?.name ?? 'another row'}${gold ? `, gold is ${gold}` : ''}`;
    default:
      return `${name}: ${said}, gold is ${gold}`;
  }
}

/** One value in the form that its verdict has everywhere: colour, line, glyph and name. */
export function LeafValue({ cell, gold, severity, home, onGoTo }: Props) {
  if (!cell) return <span className="hf-muted" role="img" aria-label="nothing, as in gold">·</span>;
  const { type, value } = cell;
  const { Glyph, name } = verdictForms[type];
  const goldText = leafText(gold);
  return (
    <span
      className={`${classes['value']} ${formClasses[type] ?? ''}`}
      data-severity={type === 'right' ? undefined : severity}
      title={name}
      role="group"
      aria-label={label(cell, goldText, severity, home)}
    >
      <span className={classes['glyph']}>
        <Glyph size={13} stroke={2.6} aria-hidden />
      </span>
      {type === 'near-miss' ? (
        <MarkedText gold={gold} prediction={value} />
      ) : (
        <span className={classes['said']}>{type === 'missing' ? goldText : leafText(value)}</span>
      )}
      {type === 'wrong-value' && <span className={classes['struck']}>{goldText}</span>}
      {home && (
        <button
          type="button"
          className={classes['home']}
          onClick={(event) => {
            event.stopPropagation();
            onGoTo(home.place);
          }}
        >
          <IconArrowRight size={12} stroke={2.4} aria-hidden style={{ verticalAlign: '-1px' }} /> {home.name}
        </button>
      )}
    </span>
  );
}
