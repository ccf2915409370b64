import { route } from '@/lib/server/http/route';
import { preflightRound } from '@/lib/server/use-cases/rounds/preflight-round';

export const GET = route(preflightRound);
