import { route } from '@/lib/server/http/route';
import { commitSelection } from '@/lib/server/use-cases/selection/commit-selection';

export const POST = route(commitSelection);
