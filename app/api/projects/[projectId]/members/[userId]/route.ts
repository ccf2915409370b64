import { route } from '@/lib/server/http/route';
import { removeMembership } from '@/lib/server/use-cases/people/remove-membership';

export const DELETE = route(removeMembership);
