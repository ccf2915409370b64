import { route } from '@/lib/server/http/route';
import { deleteDocument } from '@/lib/server/use-cases/documents/delete-document';
import { getDocument } from '@/lib/server/use-cases/documents/get-document';

export const GET = route(getDocument);
export const DELETE = route(deleteDocument);
