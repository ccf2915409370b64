import type { Translate } from '@/messages/translate';
import { ApiError } from '../ui/api';

export interface UploadResult {
  readonly name: string;
  readonly outcome: 'imported' | 'duplicate' | 'failed';
  readonly documentId: string | null;
  readonly code: string | null;
  readonly message: string | null;
}

export interface UploadAnswer {
  /** Documents by what became of them: more than one for an archive. */
  readonly counts: Readonly<Record<UploadResult['outcome'], number>>;
  /** The first of them, those with a message before others. */
  readonly results: readonly UploadResult[];
  /** So many more have a message. */
  readonly unsaid: number;
}

interface SendOptions {
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one file as the body of a request; XMLHttpRequest because fetch does not tell how much is sent. */
export function sendFile(
  t: Translate<'documents.importRun'>,
  url: string,
  file: File,
  { onSent, signal }: SendOptions,
): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new TypeError('The network was lost.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.onload = () => {
      if (request.status === 200) return resolve(request.response as UploadAnswer);
      const error = (request.response as { error?: { code: string; title: string; message: string; id: string } } | null)?.error;
      return reject(
        new ApiError(error?.code ?? 'internal', error?.title ?? t('notImported'), error?.message ?? t('serverSaid', { status: request.status }), request.status, error?.id ?? '', {}),
      );
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
