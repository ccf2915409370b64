import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import type { Leaf } from '@/lib/core/record/json';
import type { Severity } from '@/lib/core/schema/types';
import type { Translate } from '@/messages/translate';
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

function label(t: Translate<'compare.leafValue'>, verdicts: Translate<'compare.verdicts'>, { type, value }: ComparedCell, gold: string, severity: Severity, home: Home | null): string {
  const said = leafText(value);
  if (type === 'right') return t('right', { said });
  const verdict = verdicts(`${type}.name`);
  const name = severity === 'minor' ? t('minor', { name: verdict }) : verdict;
  const belongs = home?.name ?? t('anotherRow');
  switch (type) {
    case 'missing':
      return t('missing', { name, gold });
    case 'invented':
      return t('invented', { name, said });
    case 'wrong-row':
      return gold ? t('belongsToNotGold', { name, said, home: belongs, gold }) : t('belongsTo', { name, said, home: belongs });
    default:
      return t('wrong', { name, said, gold });
  }
}

/** One value in the form that its verdict has everywhere: colour, line, glyph and name. */
export function LeafValue({ cell, gold, severity, home, onGoTo }: Props) {
  const t = useTranslations('compare.leafValue');
  const verdicts = useTranslations('compare.verdicts');
  if (!cell) return <span className="hf-muted" role="img" aria-label={t('nothingAsInGold')}>·</span>;
  const { type, value } = cell;
  const { Glyph } = verdictForms[type];
  const goldText = leafText(gold);
  return (
    <span
      className={`${classes['value']} ${formClasses[type] ?? ''}`}
      data-severity={type === 'right' ? undefined : severity}
      title={verdicts(`${type}.name`)}
      role="group"
      aria-label={label(t, verdicts, cell, goldText, severity, home)}
    >
      <span className={classes['glyph']}>
        <Glyph size={13} stroke={2.6} aria-hidden />
      </span>
      {type === 'near-miss' ? (
        <MarkedText gold={gold} prediction={value} />
      ) : (
        <span className={classes['said']} dir="auto">{type === 'missing' ? goldText : leafText(value)}</span>
      )}
      {type === 'wrong-value' && <span className={classes['struck']} dir="auto">{goldText}</span>}
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
