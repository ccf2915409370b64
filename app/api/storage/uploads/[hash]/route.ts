import { currentWorker } from '@/lib/server/auth/worker-token';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { completeUpload } from '@/lib/server/use-cases/storage/complete-upload';
import { listUploadParts } from '@/lib/server/use-cases/storage/list-upload-parts';

type Context = { readonly params: Promise<{ hash: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const key = new URL(request.url).searchParams.get('key') ?? '';
    return toJsonResponse(await listUploadParts(currentWorker(request), { hash: (await params).hash, key }));
  } catch (error) {
    return toErrorResponse(error);
  }
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const body = (await request.json()) as { key: string; parts: number; bytes: number };
    return toJsonResponse(await completeUpload(currentWorker(request), { ...body, hash: (await params).hash }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
