import { Badge, Tooltip } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import type { AnnotationOrigin } from '@/lib/core/annotation/contract';

/** Says where labels that no person made came from; nothing for a person's. */
export function OriginBadge({ origin }: { readonly origin: AnnotationOrigin }) {
  if (origin === 'person') return null;
  const isSimulated = origin === 'simulated';
  return (
    <Tooltip label={isSimulated ? 'Labelled by the simulated annotator from gold that came with the import' : 'Gold that came with the import'}>
      <Badge color="violet" variant="light" tt="none" leftSection={<IconRobot size={12} />}>{origin}</Badge>
    </Tooltip>
  );
}
