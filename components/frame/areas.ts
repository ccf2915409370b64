import {
  IconArrowsDiff, IconChecklist, IconFiles, IconHome, IconListTree, IconPencil, IconSettings, IconStack2, IconTargetArrow,
} from '@tabler/icons-react';
import type { Permission } from '@/lib/core/access/roles';

/** The rooms of a project in the order of the loop; a role sees only its own. */
export const areas = [
  { path: '', name: 'home', icon: IconHome, permission: 'project.view' },
  { path: 'documents', name: 'documents', icon: IconFiles, permission: 'documents.view' },
  { path: 'select', name: 'select', icon: IconTargetArrow, permission: 'selection.view' },
  { path: 'label', name: 'label', icon: IconPencil, permission: 'annotations.label' },
  { path: 'review', name: 'review', icon: IconChecklist, permission: 'annotations.review' },
  { path: 'rounds', name: 'rounds', icon: IconStack2, permission: 'rounds.view' },
  { path: 'compare', name: 'compare', icon: IconArrowsDiff, permission: 'checkpoints.compare' },
  { path: 'schema', name: 'schema', icon: IconListTree, permission: 'schema.view' },
  { path: 'settings', name: 'settings', icon: IconSettings, permission: 'project.view' },
] as const satisfies readonly {
  path: string;
  /** Of its words in the message files. */
  name: string;
  icon: typeof IconHome;
  permission: Permission;
}[];

export type Area = (typeof areas)[number];

export const areaHref = (projectId: string, path: string): string =>
  path === '' ? `/p/${projectId}` : `/p/${projectId}/${path}`;
