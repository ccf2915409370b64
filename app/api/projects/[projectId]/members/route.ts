import { route } from '@/lib/server/http/route';
import { listMembers } from '@/lib/server/use-cases/people/list-members';
import { setMembership } from '@/lib/server/use-cases/people/set-membership';

export const GET = route(listMembers);
export const PUT = route(setMembership);
