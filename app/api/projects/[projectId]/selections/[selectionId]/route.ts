import { route } from '@/lib/server/http/route';
import { getSelection } from '@/lib/server/use-cases/selection/get-selection';

export const GET = route(getSelection);
