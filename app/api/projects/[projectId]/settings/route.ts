import { route } from '@/lib/server/http/route';
import { getProjectSettings } from '@/lib/server/use-cases/projects/get-project-settings';
import { updateProject } from '@/lib/server/use-cases/projects/update-project';

export const GET = route(getProjectSettings);
export const PUT = route(updateProject);
