import { route } from '@/lib/server/http/route';
import { updateUser } from '@/lib/server/use-cases/people/update-user';

export const PUT = route(updateUser);
