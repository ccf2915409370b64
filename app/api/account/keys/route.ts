import { route } from '@/lib/server/http/route';
import { getMyKeys } from '@/lib/server/use-cases/people/get-my-keys';
import { saveMyKeys } from '@/lib/server/use-cases/people/save-my-keys';

export const GET = route(getMyKeys);
export const PUT = route(saveMyKeys);
