import {
  IconArrowsDiff, IconChecklist, IconFiles, IconHome, IconListTree, IconPencil, IconSettings, IconStack2, IconTargetArrow,
} from '@tabler/icons-react';
import type { Permission } from '@/lib/core/access/roles';

/** The rooms of a project in the order of the loop; a role sees only its own. */
export const areas = [
  { path: '', label: 'Home', icon: IconHome, permission: 'project.view' },
  { path: 'documents', label: 'Documents', icon: IconFiles, permission: 'documents.view' },
  { path: 'select', label: 'Select', icon: IconTargetArrow, permission: 'selection.view' },
  { path: 'label', label: 'Label', icon: IconPencil, permission: 'annotations.label' },
  { path: 'review', label: 'Review', icon: IconChecklist, permission: 'annotations.review' },
  { path: 'rounds', label: 'Rounds', icon: IconStack2, permission: 'rounds.view' },
  { path: 'compare', label: 'Compare', icon: IconArrowsDiff, permission: 'checkpoints.compare' },
  { path: 'schema', label: 'Schema', icon: IconListTree, permission: 'schema.view' },
  { path: 'settings', label: 'Settings', icon: IconSettings, permission: 'project.view' },
] as const satisfies readonly {
  path: string;
  label: string;
  icon: typeof IconHome;
  permission: Permission;
}[];

export type Area = (typeof areas)[number];

export const areaHref = (projectId: string, path: string): string =>
  path === '' ? `/p/${projectId}` : `/p/${projectId}/${path}`;
