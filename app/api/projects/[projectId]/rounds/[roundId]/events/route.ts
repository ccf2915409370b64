import { route } from '@/lib/server/http/route';
import { getRoundEvents } from '@/lib/server/use-cases/rounds/get-round-events';

export const GET = route(getRoundEvents);
