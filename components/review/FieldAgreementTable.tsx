import { Table, Text, Tooltip } from '@mantine/core';
import type { FieldAgreement } from '@/lib/core/metrics/agreement';

const share = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(0)} %`);
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
  const ordered = [...fields].sort((a, b) => (a.shareEqual ?? 2) - (b.shareEqual ?? 2));
  return (
    <div className="hf-surface">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th ta="right"><Explained word="Equal">Share of the pairs of answers that are equal by the field’s rule. Nothing there is an answer too.</Explained></Table.Th>
            <Table.Th ta="right"><Explained word="κ">Cohen’s kappa: agreement beyond what chance gives. Choices and yes or no, two annotators.</Explained></Table.Th>
            <Table.Th ta="right"><Explained word="α">Krippendorff’s alpha: agreement beyond chance for any number of annotators; 1 is full, 0 is chance.</Explained></Table.Th>
            <Table.Th ta="right"><Explained word="Places">Places in documents that two annotators or more looked at; rows of a list count each.</Explained></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map(({ path, shareEqual, kappa, alpha, units }) => (
            <Table.Tr key={path} {...(units === 0 ? { c: 'dimmed' } : {})}>
              <Table.Td>{path}</Table.Td>
              <Table.Td ta="right">{share(shareEqual)}</Table.Td>
              <Table.Td ta="right">{coefficient(kappa)}</Table.Td>
              <Table.Td ta="right">{coefficient(alpha)}</Table.Td>
              <Table.Td ta="right">{units}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" p="xs">– : nothing to compare, or all answers are the same, so that chance alone would agree as well.</Text>
    </div>
  );
}
