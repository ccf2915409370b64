import { route } from '@/lib/server/http/route';
import { createUser } from '@/lib/server/use-cases/people/create-user';
import { listPeople } from '@/lib/server/use-cases/people/list-people';

export const GET = route(listPeople);
export const POST = route(createUser);
