import { Tooltip } from '@mantine/core';
import type { ProvenanceSource } from '@/lib/core/annotation/content';
import classes from './fields.module.css';

interface Props {
  readonly isAnswered: boolean;
  readonly source: ProvenanceSource | undefined;
  /** 0–1; null where nothing is suggested. */
  readonly confidence: number | null;
  readonly boxCount: number;
  readonly warning: string | undefined;
}

const sourceWords: Readonly<Record<ProvenanceSource, string>> = {
  typed: 'Typed by a person',
  words: 'Taken from words of the page',
  region: 'Read in a box drawn on the page',
  model: 'Suggested by a model, accepted by a person',
  imported: 'Came with the import',
  absent: 'Absent: a person looked, and the document does not have it',
};

function describe({ isAnswered, source, confidence, boxCount, warning }: Props): { glyph: string; kind: string; words: string } {
  if (warning) return { glyph: '!', kind: 'warning', words: `Look again: ${warning}` };
  const where = boxCount > 0 ? '' : ', no place on the page';
  if (isAnswered) return { glyph: '●', kind: 'answered', words: `${source ? sourceWords[source] : 'Answered'}${where}` };
  if (confidence !== null) return { glyph: '◌', kind: 'suggested', words: `Suggested, ${Math.round(confidence * 100)} % sure. Enter accepts it` };
  return boxCount > 0
    ? { glyph: '▫', kind: 'empty', words: 'A place without a value' }
    : { glyph: '○', kind: 'empty', words: 'No answer yet' };
}

/** How far a field is, as a glyph with words; suggestions also with a bar of confidence. */
export function LeafStatus(props: Props) {
  const { glyph, kind, words } = describe(props);
  return (
    <Tooltip label={words}>
      <span className={classes.status} data-kind={kind} role="img" aria-label={words}>
        {glyph}
        {kind === 'suggested' && (
          <span className={classes.confidence}>
            <span style={{ width: `${Math.round((props.confidence ?? 0) * 100)}%` }} />
          </span>
        )}
      </span>
    </Tooltip>
  );
}
