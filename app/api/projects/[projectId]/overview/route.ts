import { route } from '@/lib/server/http/route';
import { getProjectOverview } from '@/lib/server/use-cases/projects/get-project-overview';

export const GET = route(getProjectOverview);
