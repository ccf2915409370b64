import { route } from '@/lib/server/http/route';
import { getRoundSource } from '@/lib/server/use-cases/rounds/get-round-source';

export const GET = route(getRoundSource);
