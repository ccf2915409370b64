import { route } from '@/lib/server/http/route';
import { getBackgroundWork } from '@/lib/server/use-cases/projects/get-background-work';

export const GET = route(getBackgroundWork);
