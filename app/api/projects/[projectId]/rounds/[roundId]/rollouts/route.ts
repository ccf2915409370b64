import { route } from '@/lib/server/http/route';
import { getRollouts } from '@/lib/server/use-cases/rounds/get-rollouts';

export const GET = route(getRollouts);
