import { Table, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Interval } from '@/lib/core/scoring';
import { percentWithInterval } from '@/components/ui/Figure';
import type { FieldAgreement } from '@/lib/core/metrics/agreement';

const share = (value: number | null, interval: Interval | null): string =>
  value === null ? '–' : `${interval ? percentWithInterval({ value, ...interval }) : (100 * value).toFixed(0)} %`;
const coefficient = (value: number | null): string => (value === null ? '–' : value.toFixed(2).replace('-', '−'));

function Explained({ word, children }: { readonly word: string; readonly children: string }) {
  return (
    <Tooltip label={children} multiline w={280}>
      <Text span inherit style={{ textDecoration: 'underline dotted' }} tabIndex={0}>{word}</Text>
    </Tooltip>
  );
}

/** Share of equal answers, κ and α of each field, those with the least agreement first. */
export function FieldAgreementTable({ fields }: { readonly fields: readonly FieldAgreement[] }) {
  const t = useTranslations('review.fieldAgreementTable');
  const ordered = [...fields].sort((a, b) => (a.shareEqual ?? 2) - (b.shareEqual ?? 2));
  return (
    <div className="hf-surface">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field')}</Table.Th>
            <Table.Th ta="right"><Explained word={t('equal')}>{t('equalMeaning')}</Explained></Table.Th>
            <Table.Th ta="right"><Explained word={t('kappa')}>{t('kappaMeaning')}</Explained></Table.Th>
            <Table.Th ta="right"><Explained word={t('alpha')}>{t('alphaMeaning')}</Explained></Table.Th>
            <Table.Th ta="right"><Explained word={t('places')}>{t('placesMeaning')}</Explained></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ path, shareEqual, interval, kappa, alpha, units }) => (
            <Table.Tr key={path} {...(units === 0 ? { c: 'dimmed' } : {})}>
              <Table.Td>{path}</Table.Td>
              <Table.Td ta="right">{share(shareEqual, interval)}</Table.Td>
              <Table.Td ta="right">{coefficient(kappa)}</Table.Td>
              <Table.Td ta="right">{coefficient(alpha)}</Table.Td>
              <Table.Td ta="right">{units}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" p="xs">{t('nothingToCompare')}</Text>
    </div>
  );
}
