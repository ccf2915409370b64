import { readerPool } from '@/lib/server/ocr/reader-pool';
import { readDocument } from '@/lib/server/reading/read-document';
import type { Handler } from '../handler';

/** Pages → words → features of one document; see `readDocument`. */
export const handle: Handler<'read-document'> = ({ documentId }, { signal }) =>
  readDocument(documentId, readerPool(), signal);
