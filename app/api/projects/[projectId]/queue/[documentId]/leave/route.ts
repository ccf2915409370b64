import { route } from '@/lib/server/http/route';
import { leaveDocument } from '@/lib/server/use-cases/annotations/leave-document';

export const POST = route(leaveDocument);
