import { route } from '@/lib/server/http/route';
import { listSelections } from '@/lib/server/use-cases/selection/list-selections';
import { runSelection } from '@/lib/server/use-cases/selection/run-selection';

export const GET = route(listSelections);
export const POST = route(runSelection);
