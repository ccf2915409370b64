import { useTranslations } from 'use-intl';
import classes from './grid.module.css';

interface Props {
  /** Row → column → text. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the list that stand before. */
  readonly before: number;
}

/** Rows that are suggested and not there yet. */
export function GhostRows({ rows, before }: Props) {
  const t = useTranslations('annotate.ghostRows');
  return rows.map((row, at) => (
    <tr key={at} role="row" className={classes.proposed} aria-rowindex={before + at + 2}>
      <th role="rowheader" scope="row">{before + at + 1}</th>
      {row.map((text, column) => (
        <td key={column} role="gridcell" className={classes.cell} aria-colindex={column + 2} aria-label={t('suggested', { text: text || t('empty') })}>
          <div className={classes.text} dir="auto">{text}</div>
        </td>
      ))}
      <td role="gridcell" className={classes.tools} />
    </tr>
  ));
}
