import { route } from '@/lib/server/http/route';
import { cancelImport } from '@/lib/server/use-cases/imports/cancel-import';

export const POST = route(cancelImport);
