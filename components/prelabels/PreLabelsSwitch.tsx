import { Switch, type SwitchProps } from '@mantine/core';
import { useTranslations } from 'use-intl';

/** Whether the project trains pre-label models of its own. */
export function PreLabelsSwitch(props: SwitchProps) {
  const t = useTranslations('prelabels.setting');
  return <Switch {...props} label={t('label')} description={t('description')} />;
}
