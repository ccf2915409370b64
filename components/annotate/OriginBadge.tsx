import { Badge, Tooltip } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AnnotationOrigin } from '@/lib/core/annotation/contract';

/** Says where labels that no person made came from; nothing for a person's. */
export function OriginBadge({ origin }: { readonly origin: AnnotationOrigin }) {
  const t = useTranslations('annotate.originBadge');
  if (origin === 'person') return null;
  const isSimulated = origin === 'simulated';
  return (
    <Tooltip label={isSimulated ? t('labelledBySimulatedAnnotator') : t('goldCameWithImport')}>
      <Badge color="violet" variant="light" tt="none" leftSection={<IconRobot size={12} />}>{origin}</Badge>
    </Tooltip>
  );
}
