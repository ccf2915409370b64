import { route } from '@/lib/server/http/route';
import { listRoundSources } from '@/lib/server/use-cases/rounds/list-round-sources';

export const GET = route(listRoundSources);
