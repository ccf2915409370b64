import { route } from '@/lib/server/http/route';
import { listDocuments } from '@/lib/server/use-cases/documents/list-documents';

export const GET = route(listDocuments);
