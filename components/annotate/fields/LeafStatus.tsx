import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle, IconCircle, IconCircleDashed, IconCircleOff, IconDownload, IconKeyboard, IconMarquee2, IconPencil, IconSparkles, IconTextSize, type Icon,
} from '@tabler/icons-react';
import { kindOfSource, type ProvenanceKind, type ProvenanceSource } from '@/lib/core/annotation/content';
import { translator } from '@/messages/translator';
import classes from './fields.module.css';
import { provenanceWords } from './provenance-words';

interface Props {
  readonly isAnswered: boolean;
  readonly source: ProvenanceSource | undefined;
  /** 0–1; null where nothing is suggested. */
  readonly confidence: number | null;
  readonly boxCount: number;
  readonly warning: string | undefined;
}

const sourceIcons: Readonly<Record<ProvenanceKind, Icon>> = {
  typed: IconKeyboard,
  words: IconTextSize,
  region: IconMarquee2,
  model: IconSparkles,
  imported: IconDownload,
  absent: IconCircleOff,
};

const t = translator('annotate.leafStatus');

/** What a field's state is, in words and as a sign. */
export function describeState({ isAnswered, source, confidence, boxCount, warning }: Props): { readonly Sign: Icon; readonly kind: string; readonly words: string } {
  const where = boxCount > 0 ? '' : t('noPlaceOnPage');
  const from = source ? provenanceWords(source) : t('answered');
  if (warning) return { Sign: IconAlertTriangle, kind: 'warning', words: t('lookAgain', { warning, from }) };
  if (source === 'absent') return { Sign: IconCircleOff, kind: 'answered', words: from };
  if (isAnswered) return { Sign: source ? sourceIcons[kindOfSource(source)] : IconPencil, kind: 'answered', words: `${from}${where}` };
  if (confidence !== null) return { Sign: IconCircleDashed, kind: 'suggested', words: t('suggestedSureEnterAccepts', { confidence: Math.round(confidence * 100) }) };
  return { Sign: IconCircle, kind: 'empty', words: boxCount > 0 ? t('placeWithoutValue') : t('notLookedAt') };
}

/** How far a field is and where its answer came from; suggestions also with a bar of confidence. */
export function LeafStatus(props: Props) {
  const { Sign, kind, words } = describeState(props);
  return (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes.status} data-kind={kind} role="img" aria-label={words}>
        <Sign size={14} stroke={1.8} />
        {kind === 'suggested' && (
          <span className={classes.confidence}>
            <span style={{ width: `${Math.round((props.confidence ?? 0) * 100)}%` }} />
          </span>
        )}
      </span>
    </Tooltip>
  );
}
