import { route } from '@/lib/server/http/route';
import { getAssignment } from '@/lib/server/use-cases/assignment/get-assignment';
import { updateAssignment } from '@/lib/server/use-cases/assignment/update-assignment';

export const GET = route(getAssignment);
export const PUT = route(updateAssignment);
