import { route } from '@/lib/server/http/route';
import { listRounds } from '@/lib/server/use-cases/rounds/list-rounds';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';

export const GET = route(listRounds);
export const POST = route(startRound);
