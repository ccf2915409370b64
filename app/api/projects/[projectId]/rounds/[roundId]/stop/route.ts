import { route } from '@/lib/server/http/route';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';

export const POST = route(stopRound);
