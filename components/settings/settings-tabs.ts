import type { Permission } from '@/lib/core/access/roles';

/** The sections of the settings page; a role sees only those it may use. Their words are `settings.settingsPage.tabs`. */
export const settingsTabs = [
  { id: 'project', permission: 'project.view' },
  { id: 'people', permission: 'people.manage' },
  { id: 'assignment', permission: 'assignment.manage' },
  { id: 'keys', permission: 'project.view' },
  { id: 'workers', permission: 'project.view' },
  { id: 'export', permission: 'project.export' },
  { id: 'audit', permission: 'audit.view' },
] as const satisfies readonly { id: string; permission: Permission }[];

export type SettingsTab = (typeof settingsTabs)[number]['id'];
