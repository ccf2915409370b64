import { route } from '@/lib/server/http/route';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';

export const GET = route(getRound);
