import { useTranslations } from 'use-intl';
import { documentPreviewPath } from './paths';

interface Props {
  readonly projectId: string;
  readonly documentId: string;
  readonly name: string;
  /** Pixels. */
  readonly height: number;
}

/** The first page, small. */
export function DocumentThumbnail({ projectId, documentId, name, height }: Props) {
  const t = useTranslations('ui.documentThumbnail');
  return (
    // A plain image: previews are made at import, nothing is left to optimise.
    <img
      src={documentPreviewPath(projectId, documentId, 0)}
      alt={t('firstPage', { name })}
      loading="lazy"
      style={{ height, width: height * 0.75, objectFit: 'cover', objectPosition: 'top', borderRadius: 3, border: '1px solid var(--hf-line)', flex: '0 0 auto' }}
    />
  );
}
