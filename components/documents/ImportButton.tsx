'use client';

import { Button, Menu } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';

interface Props {
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Asks where they shall go. */
  readonly onTarget: () => void;
}

/** Files or a folder from this computer; dropping them anywhere does the same. */
export function ImportButton({ isDisabled, onFiles, onTarget }: Props) {
  const t = useTranslations('documents.importButton');
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement): void => {
    onFiles([...(input.files ?? [])]);
    // The same files can be chosen again after they were mended.
    input.value = '';
  };
  return (
    <>
      <Menu shadow="sm" disabled={isDisabled}>
        <Menu.Target>
          <Button leftSection={<IconUpload size={14} />} disabled={isDisabled}>
            {t('import')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => files.current?.click()}>{t('filesImagesTiffPdf')}</Menu.Item>
          <Menu.Item onClick={() => folder.current?.click()}>{t('folder')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item closeMenuOnClick onClick={onTarget}>
            {t('intoSplitOrTransfer')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input ref={files} type="file" multiple hidden aria-label={t('filesToImport')} onChange={(event) => take(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden aria-label={t('folderToImport')} {...{ webkitdirectory: '' }} onChange={(event) => take(event.currentTarget)} />
    </>
  );
}
