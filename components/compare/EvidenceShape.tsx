import { useTranslations } from 'use-intl';
import type { EvidenceBox } from '@/lib/core/record/evidence';
import type { EvidenceMark } from './evidence-marks';
import { verdictForms } from './verdict-forms';
import classes from './verdicts.module.css';

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

const placeOf = ({ box: [x0, y0, x1, y1] }: EvidenceBox) => ({
  x: percent(x0),
  y: percent(y0),
  width: percent(x1 - x0),
  height: percent(y1 - y0),
});

const colourOf = ({ verdict }: EvidenceMark): string => (verdict === 'gold' ? 'var(--hf-missing)' : verdictForms[verdict].colour);

interface Props {
  readonly mark: EvidenceMark;
  readonly isShown: boolean;
  /** Id of the hatch and of the arrow head in this drawing. */
  readonly hatch: string;
  readonly arrow: string;
}

/** The arrow from a value in the wrong row to where it belongs, on the same page. */
function HomeArrow({ mark, home, arrow }: { readonly mark: EvidenceMark; readonly home: EvidenceBox; readonly arrow: string }) {
  const middle = ({ box: [x0, y0, x1, y1] }: EvidenceBox) => [percent((x0 + x1) / 2), percent((y0 + y1) / 2)] as const;
  const [[x1, y1], [x2, y2]] = [middle(mark.box), middle(home)];
  return <line x1={x1} y1={y1} x2={x2} y2={y2} stroke={colourOf(mark)} strokeWidth={2} markerEnd={`url(#${arrow})`} />;
}

/** Left of the box, where lines have room; in focus above it, with the letters of those who say so. */
function Sign({ mark, isShown }: { readonly mark: EvidenceMark; readonly isShown: boolean }) {
  const { box, verdict, letters } = mark;
  const verdicts = useTranslations('compare.verdicts');
  const [x0, y0, , y1] = box.box;
  const place = isShown
    ? { x: percent(x0), y: percent(y0), dy: -5 }
    : { x: percent(x0), y: percent((y0 + y1) / 2), dx: -2, textAnchor: 'end' as const, dominantBaseline: 'central' as const };
  const sign = verdict === 'gold' ? verdicts('gold.name') : verdictForms[verdict].sign;
  return (
    <text {...place} fill={colourOf(mark)} className={classes['sign']} aria-hidden>
      {isShown && letters ? `${letters} ${sign}` : sign}
    </text>
  );
}

/** One mark on the page: outline and fill of its verdict, its sign, and in focus whose it is. */
export function EvidenceShape({ mark, isShown, hatch, arrow }: Props) {
  const { box, verdict, home, letters } = mark;
  const verdicts = useTranslations('compare.verdicts');
  const colour = colourOf(mark);
  const place = placeOf(box);
  const isError = verdict !== 'gold' && verdict !== 'right';
  return (
    <g>
      <title>{verdict === 'gold' ? verdicts('gold.name') : verdicts('said', { letters, name: verdicts(`${verdict}.name`) })}</title>
      {isShown && <rect {...place} rx={2} fill="none" stroke="var(--hf-focus)" strokeOpacity={0.35} strokeWidth={6} />}
      <rect
        {...place}
        rx={2}
        fill={verdict === 'invented' ? `url(#${hatch})` : colour}
        fillOpacity={verdict === 'invented' ? 0.3 : 0.06}
        stroke={isShown && !isError ? 'var(--hf-focus)' : colour}
        strokeOpacity={isShown || isError ? 1 : 0.5}
        strokeWidth={isShown ? 2 : isError ? 1.5 : 1}
        strokeDasharray={verdict === 'missing' ? '4 3' : undefined}
      />
      {isShown && home?.page === box.page && <HomeArrow mark={mark} home={home} arrow={arrow} />}
      {(isError || isShown) && (
        <Sign mark={mark} isShown={isShown} />
      )}
    </g>
  );
}
