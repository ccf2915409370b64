import { route } from '@/lib/server/http/route';
import { previewSchemaChange } from '@/lib/server/use-cases/schema/preview-schema-change';

export const POST = route(previewSchemaChange);
