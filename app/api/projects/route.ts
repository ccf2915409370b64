import { route } from '@/lib/server/http/route';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { listMyProjects } from '@/lib/server/use-cases/projects/list-my-projects';

export const GET = route(listMyProjects);
export const POST = route(createProject);
