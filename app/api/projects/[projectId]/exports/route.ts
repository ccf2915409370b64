import { route } from '@/lib/server/http/route';
import { countGold } from '@/lib/server/use-cases/exports/count-gold';

export const GET = route(countGold);
