import type { Permission } from '@/lib/core/access/roles';

/** The sections of the settings page; a role sees only those it may use. */
export const settingsTabs = [
  { id: 'project', label: 'Project', permission: 'project.view' },
  { id: 'people', label: 'People', permission: 'people.manage' },
  { id: 'assignment', label: 'Assignment', permission: 'assignment.manage' },
  { id: 'keys', label: 'Keys', permission: 'project.view' },
  { id: 'workers', label: 'Workers', permission: 'project.view' },
  { id: 'export', label: 'Export', permission: 'project.export' },
  { id: 'audit', label: 'Audit', permission: 'audit.view' },
] as const satisfies readonly { id: string; label: string; permission: Permission }[];

export type SettingsTab = (typeof settingsTabs)[number]['id'];
