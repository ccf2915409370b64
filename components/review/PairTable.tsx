import { Table } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { PairAgreement } from '@/lib/core/review/contract';
import { Figure } from '@/components/ui/Figure';
import { IntervalBar } from '@/components/ui/IntervalBar';

/** F1 of one annotator against the other, with its interval over documents. */
export function PairTable({ pairs }: { readonly pairs: readonly PairAgreement[] }) {
  const t = useTranslations('review.pairTable');
  return (
    <div className="hf-surface">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pair')}</Table.Th><Table.Th ta="right">{t('documents')}</Table.Th><Table.Th ta="right">{t('f1BetweenThem')}</Table.Th><Table.Th w="30%" aria-label={t('onLineFromTo')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...pairs].sort((a, b) => a.f1 - b.f1).map(({ annotatorIds, names, documents, f1, low, high }) => (
            <Table.Tr key={annotatorIds.join()}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{t('twoNames', { first: names[0], second: names[1] })}</Table.Td>
              <Table.Td ta="right">{documents}</Table.Td>
              <Table.Td ta="right"><Figure value={f1} low={low} high={high} /></Table.Td>
              <Table.Td><IntervalBar value={f1} low={low} high={high} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
