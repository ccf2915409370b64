'use client';

import { Table, Text } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import { isSaidAbsent } from '@/lib/core/review/absences';
import type { PairedLine } from '@/lib/core/review/pair-sides';
import type { Choice, Choices } from '@/lib/core/review/settle';
import type { Translate } from '@/messages/translate';
import { OwnValue } from './OwnValue';
import { fieldName } from './pin-name';
import classes from './review.module.css';

type SideName = 'left' | 'right';

interface Props {
  readonly lines: readonly PairedLine[];
  readonly names: Readonly<Record<SideName, string>>;
  /** Places of which a side says that the document does not have them. */
  readonly absent: Readonly<Record<SideName, ReadonlySet<string>>>;
  readonly choices: Choices;
  readonly focused: string | null;
  readonly writing: string | null;
  readonly isReadOnly: boolean;
  readonly onFocus: (place: string) => void;
  readonly onTake: (place: string, side: SideName) => void;
  readonly onOwn: (place: string, text: string | null) => void;
}

const isTaken = (line: PairedLine, choice: Choice | undefined, side: SideName): boolean | undefined =>
  choice ? choice.take === side : line.isEqual ? side === 'left' : undefined;

function textOf(t: Translate<'review.sidesTable'>, line: PairedLine, side: SideName, absent: Props['absent']): string {
  const leaf = line[side];
  if (leaf) return textOfLeaf(leaf.value);
  return isSaidAbsent(absent[side], line.place) ? t('absent') : t('nothing');
}

/** What stands in gold after this decision. */
function Result({ line, choice, absent, isReadOnly }: { readonly line: PairedLine; readonly choice: Choice | undefined } & Pick<Props, 'absent' | 'isReadOnly'>) {
  const t = useTranslations('review.sidesTable');
  if (!choice && !line.isEqual) return isReadOnly ? null : <span className={classes['undecided']}>{t('undecided')}</span>;
  const take = choice?.take ?? 'left';
  const value = choice?.take === 'own' ? choice.value : take === 'own' ? null : (line[take]?.value ?? null);
  const text = textOfLeaf(value);
  const isAbsent = take === 'own' || isSaidAbsent(absent[take], line.place);
  const Glyph = choice?.take === 'own' ? IconPencil : IconCheck;
  return (
    <span className={classes['result']}>
      <Glyph size={12} aria-label={choice?.take === 'own' ? t('typedByYou') : t('taken')} style={{ verticalAlign: '-1px', marginRight: 4 }} />
      {text ? <bdi>{text}</bdi> : <span className="hf-muted">{isAbsent ? t('absent') : t('leftOut')}</span>}
    </span>
  );
}

/** Two annotations and the result, leaf by leaf, rows paired as the scorer pairs them. */
export function SidesTable(props: Props) {
  const t = useTranslations('review.sidesTable');
  const { lines, names, absent, choices, focused, writing, isReadOnly, onFocus, onTake, onOwn } = props;
  const current = useRef<HTMLTableRowElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [focused]);
  const side = (line: PairedLine, name: SideName) => {
    const taken = isTaken(line, choices[line.place], name);
    const text = textOf(t, line, name, absent);
    const shown = line[name] ? text : <span className="hf-muted">{text}</span>;
    if (line.isEqual || isReadOnly) return <span className={classes['value']} dir="auto">{shown}</span>;
    return (
      <button
        type="button"
        className={classes['value']}
        dir="auto"
        data-taken={taken}
        aria-pressed={taken === true}
        aria-label={`${name === 'left' ? names.left : names.right}: ${text}`}
        onClick={(event) => {
          event.stopPropagation();
          onTake(line.place, name);
        }}
      >
        {shown}
      </button>
    );
  };
  return (
    <Table verticalSpacing={3} stickyHeader layout="fixed" aria-label={t('bothAnnotations')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="26%">{t('field')}</Table.Th>
          <Table.Th><Text size="sm" fw={600} truncate title={names.left}>{names.left}</Text></Table.Th>
          <Table.Th><Text size="sm" fw={600} truncate title={names.right}>{names.right}</Text></Table.Th>
          <Table.Th>{t('result')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr
            key={line.place}
            ref={line.place === focused ? current : null}
            className={classes['line']}
            data-focused={line.place === focused}
            data-equal={line.isEqual}
            aria-selected={line.place === focused}
            onClick={() => onFocus(line.place)}
          >
            <Table.Td style={{ overflowWrap: 'break-word' }}>{fieldName(line.place)}</Table.Td>
            <Table.Td>{side(line, 'left')}</Table.Td>
            <Table.Td>{side(line, 'right')}</Table.Td>
            <Table.Td>
              {writing === line.place ? (
                <OwnValue
                  initial={textOfLeaf((line.left ?? line.right)?.value)}
                  label={t('valueOf', { field: fieldName(line.place) })}
                  onDone={(text) => onOwn(line.place, text)}
                  onCancel={() => onOwn(line.place, null)}
                />
              ) : (
                <Result line={line} choice={choices[line.place]} absent={absent} isReadOnly={isReadOnly} />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
