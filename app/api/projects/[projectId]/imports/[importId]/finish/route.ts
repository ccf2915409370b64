import { route } from '@/lib/server/http/route';
import { finishImport } from '@/lib/server/use-cases/imports/finish-import';

export const POST = route(finishImport);
