'use client';

import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Role } from '@/lib/core/access/roles';
import { api } from '../ui/api';
import { showUndo } from './show-undo';

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly roles: readonly Role[];
}

export interface MemberRoles {
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface IssuedLink {
  readonly path: string;
  readonly expiresAt: string;
}

/** The people of a project, and what an admin does to them. */
export function useMembers(projectId: string) {
  const t = useTranslations('settings.useMembers');
  const client = useQueryClient();
  const path = `/api/projects/${projectId}/members`;
  const onSuccess = () => client.invalidateQueries({ queryKey: ['members', projectId] });
  const onError = (error: Error) => notifications.show({ color: 'red', title: t('nothingWasChanged'), message: error.message });

  const members = useQuery({
    queryKey: ['members', projectId],
    queryFn: ({ signal }) => api.get<readonly Member[]>(path, undefined, signal),
  });
  const setRoles = useMutation({ mutationFn: (member: MemberRoles) => api.put(path, member), onSuccess });
  const remove = useMutation({
    mutationFn: ({ userId }: Member) => api.del(`${path}/${userId}`),
    onError,
    onSuccess: async (_done, { name, email, roles }) => {
      showUndo(t('noLongerInProject', { name }), () => setRoles.mutate({ email, roles }, { onError }));
      await onSuccess();
    },
  });
  const issueLink = useMutation({
    mutationFn: ({ userId }: Pick<Member, 'userId'>) => api.post<IssuedLink>(`/api/people/${userId}/links`),
    onError,
  });
  const createPerson = useMutation({
    mutationFn: (person: { readonly email: string; readonly name: string }) =>
      api.post<{ userId: string; link: IssuedLink }>('/api/people', person),
  });
  return { members, setRoles, remove, issueLink, createPerson, onError };
}
